// People's own words, picked by a moderator, from people who agreed to be quoted; an imported study has nobody to ask.
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { quotations, responses, trialPrototypes } from "~db/schema/index";
import type { ReportData } from "../../data.server";
import type { QuestionsBlock } from "../../question-result";
import type { QuotationsBlock } from "./result";
import { consentingResponses } from "../../quotable.server";

export const computeQuotations = async (
  ctx: Context,
  data: ReportData,
  reportId: number | null,
  themes: QuestionsBlock | null,
): Promise<QuotationsBlock | null> => {
  const open = data.questions.filter(({ type }) => type === "open_text");
  if (open.length === 0) return null;
  const picked =
    reportId === null
      ? []
      : await ctx.db
          .select({ responseId: quotations.responseId, key: quotations.questionKey, excerpt: quotations.excerpt, code: trialPrototypes.code })
          .from(quotations)
          .innerJoin(responses, eq(responses.id, quotations.responseId))
          .leftJoin(trialPrototypes, and(eq(trialPrototypes.prototypeId, responses.prototypeId), eq(trialPrototypes.trialId, data.trial.id)))
          .where(eq(quotations.reportId, reportId))
          .orderBy(asc(quotations.id));
  // Consent withdrawn since the picking takes the words out again.
  const inReport = data.segment ? new Set(data.ids) : null;
  const quotable = await consentingResponses(
    ctx,
    picked.flatMap(({ responseId }) => (inReport === null || inReport.has(responseId) ? [responseId] : [])),
  );
  // What stands under a theme is not said twice.
  const shownIn = new Map(
    themes?.questions.map(({ key, groups }) => [key, new Set(groups?.flatMap(({ quotations: own }) => own.map(({ response }) => response)))]),
  );
  const questions = open
    .map(({ key, text }) => ({
      key,
      text,
      remarks: (data.answered.get(key) ?? []).reduce((sum, { n }) => sum + n, 0),
      quotations: picked
        .filter((entry) => entry.key === key && quotable.has(entry.responseId) && !shownIn.get(key)?.has(entry.responseId))
        .map(({ responseId, excerpt, code }) => ({ response: responseId, code, excerpt })),
    }))
    .filter(({ key, quotations: own }) => own.length > 0 || !shownIn.has(key));
  return questions.length === 0 ? null : { block: "quotations", questions };
};
