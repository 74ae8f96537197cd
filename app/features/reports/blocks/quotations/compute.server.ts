// People's own words, picked by a moderator, from people who agreed to be quoted; an imported study has nobody to ask.
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { quotations, responses, trialPrototypes } from "~db/schema/index";
import type { ReportData } from "../../data.server";
import type { QuotationsBlock } from "./result";
import { consentingResponses } from "../../quotable.server";

export const computeQuotations = async (ctx: Context, data: ReportData, reportId: number | null): Promise<QuotationsBlock | null> => {
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
  return {
    block: "quotations",
    questions: open.map(({ key, text }) => ({
      key,
      text,
      remarks: (data.answered.get(key) ?? []).reduce((sum, { n }) => sum + n, 0),
      quotations: picked
        .filter((entry) => entry.key === key && quotable.has(entry.responseId))
        .map(({ responseId, excerpt, code }) => ({ response: responseId, code, excerpt })),
    })),
  };
};
