// The words over a report, written by Maya.
import type { LocalizedText } from "../../../app/core/locale";
import { getReport } from "../../../app/features/reports/queries.server";
import { saveDraft } from "../../../app/features/reports/save-draft.server";
import { as, type Stage } from "./stage.server";

export const writeOver = async (stage: Stage, trialId: number, words: { headline: LocalizedText; summary: LocalizedText }, at: Date): Promise<void> => {
  const maya = as(stage, "maya", at);
  const { report } = await getReport(maya, trialId);
  await saveDraft(maya, { trialId, ...words, revision: report.revision });
};
