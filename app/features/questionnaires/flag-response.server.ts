// Looks over a response when it is handed in, and keeps why somebody should look again.
import { createHash } from "node:crypto";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { answerPrints, responseFlags } from "~db/schema/index";
import { flagReasons, printOf } from "./quality";
import type { Question } from "./questionnaire";
import type { Given } from "./show-if";

type Input = { responseId: number; versionId: number; participantId: number; questions: readonly Question[]; given: Given; totalMs: number };

/** With fewer than this nobody knows yet how long it usually takes. */
const leastForMedian = 20;
const latestForMedian = 200;

/** The median time of the latest responses; all of them would be read with every response that comes in. */
const medianOf = async (ctx: Context, versionId: number): Promise<number | null> => {
  const [row] = await ctx.db.execute<{ n: number; median: number | null }>(sql`
    select count(*)::int as n, percentile_cont(0.5) within group (order by spent)::float8 as median
    from (select sum(a.shown_ms) as spent from answers a
      where a.response_id in (select id from responses where version_id = ${versionId} and state = 'submitted' order by submitted_at desc limit ${latestForMedian})
      group by a.response_id) as latest`);
  return row && row.n >= leastForMedian ? row.median : null;
};

/** Keeps the prints of the longer texts, and returns the questions whose text another participant of the same version wrote before. */
const seenElsewhere = async (ctx: Context, { responseId, versionId, participantId, questions, given }: Input): Promise<string[]> => {
  const prints = questions.flatMap(({ key, type }) => {
    const value = given[key];
    const print = type === "open_text" && typeof value === "string" ? printOf(value) : null;
    return print === null ? [] : [{ responseId, versionId, questionKey: key, print: createHash("sha256").update(print).digest("base64url") }];
  });
  if (prints.length === 0) return [];
  const known = await ctx.db
    .select({ print: answerPrints.print })
    .from(answerPrints)
    .where(
      and(
        eq(answerPrints.versionId, versionId),
        inArray(
          answerPrints.print,
          prints.map(({ print }) => print),
        ),
        ne(answerPrints.responseId, responseId),
        // What somebody says about two prototypes may well be the same.
        sql`${answerPrints.responseId} not in (select id from responses where participant_id = ${participantId})`,
      ),
    );
  await ctx.db.insert(answerPrints).values(prints).onConflictDoNothing();
  return prints.filter(({ print }) => known.some((each) => each.print === print)).map(({ questionKey }) => questionKey);
};

export const flagResponse = async (ctx: Context, input: Input): Promise<void> => {
  const elsewhere = await seenElsewhere(ctx, input);
  const timing = { totalMs: input.totalMs, medianMs: await medianOf(ctx, input.versionId) };
  const reasons = flagReasons(input.questions, input.given, timing, elsewhere);
  if (reasons.length === 0) return;
  await ctx.db.insert(responseFlags).values({ responseId: input.responseId, versionId: input.versionId, reasons, createdAt: ctx.now }).onConflictDoNothing();
};
