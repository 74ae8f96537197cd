// The codebook with how often each theme was used, by whoever looks until they have compared.
import type { Context } from "~/core/context";
import { listThemes } from "./codebook.server";
import { findLastAct, type LastAct } from "./coding-acts.server";
import { getCodingFrame, hasCompared, type AskedQuestion } from "./coding-frame.server";
import { countByTheme } from "./list-answers.server";
import type { Theme } from "./theme";

export const getCodebook = async (ctx: Context, trialId: number, questionKey: string | null) => {
  const frame = await getCodingFrame(ctx, trialId, questionKey);
  const nothing = { themes: [] as Theme[], counts: {} as Record<number, number>, compared: false, lastAct: null as LastAct | null };
  if (!frame.question || !frame.isOpen) return { ...frame, ...nothing };
  const asked: AskedQuestion = { trialId, questionKey: frame.question.key, versionId: frame.trial.questionnaireVersionId ?? 0 };
  const [themes, compared] = [await listThemes(ctx, asked), await hasCompared(ctx, asked)];
  const counts = Object.fromEntries(await countByTheme(ctx, asked, themes, compared)) as Record<number, number>;
  return { ...frame, themes, counts, compared, lastAct: await findLastAct(ctx, asked) };
};
