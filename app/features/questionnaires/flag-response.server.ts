// Looks over a response when it is handed in, and keeps why somebody should look again.
import { and, arrayOverlaps, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { answerPrints, answers, responseFlags } from "~db/schema/index";
import { similarityBands, trigramOverlap, trigramsOf } from "~/statistics/text-quality";
import type { FlagReason } from "./flag-reason";
import { flagReasons, printOf, sameTextFrom, type SeenElsewhere } from "./quality";
import { mayBeUnusual } from "./quality-grids";
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

/** However often a text was copied, one of the copies is named. */
const mostCandidates = 60;

/** Keeps the prints of the longer texts, and returns the questions whose text another participant of the same version wrote before, word for word or nearly. */
const seenElsewhere = async (ctx: Context, { responseId, versionId, participantId, questions, given }: Input): Promise<SeenElsewhere[]> => {
  const prints = questions.flatMap(({ key, type }) => {
    const value = given[key];
    const plain = type === "open_text" && typeof value === "string" ? printOf(value) : null;
    if (plain === null) return [];
    const trigrams = trigramsOf(plain);
    return [{ questionKey: key, trigrams, bands: similarityBands(trigrams) }];
  });
  if (prints.length === 0) return [];
  const candidates = await ctx.db
    .select({ responseId: answerPrints.responseId, text: answers.value })
    .from(answerPrints)
    .innerJoin(answers, and(eq(answers.responseId, answerPrints.responseId), eq(answers.questionKey, answerPrints.questionKey)))
    .where(
      and(
        eq(answerPrints.versionId, versionId),
        arrayOverlaps(
          answerPrints.bands,
          prints.flatMap(({ bands }) => bands),
        ),
        ne(answerPrints.responseId, responseId),
        // What somebody says about two prototypes may well be the same.
        sql`${answerPrints.responseId} not in (select id from responses where participant_id = ${participantId})`,
      ),
    )
    .orderBy(asc(answerPrints.responseId))
    .limit(mostCandidates);
  await ctx.db
    .insert(answerPrints)
    .values(prints.map(({ questionKey, bands }) => ({ responseId, versionId, questionKey, bands })))
    .onConflictDoNothing();
  return prints.flatMap(({ questionKey, trigrams }) => {
    const alike = candidates
      .map((each) => ({
        question: questionKey,
        otherResponse: each.responseId,
        similarity: typeof each.text === "string" ? trigramOverlap(trigrams, trigramsOf(each.text)) : 0,
      }))
      .filter(({ similarity }) => similarity >= sameTextFrom)
      .toSorted((one, other) => other.similarity - one.similarity || one.otherResponse - other.otherResponse);
    return alike.slice(0, 1);
  });
};

/** How much this person liked each prototype, by blind code: whoever prefers one may have rated the other in another questionnaire. */
const likingsOf = async (ctx: Context, { participantId, questions, given }: Input): Promise<Map<string, number>> => {
  const liking = questions.find(({ type, config }) => type === "rating" && (config as { measures: string }).measures === "overall_liking");
  const isCompared = questions.some(({ key, type }) => type === "paired_preference" && given[key] !== undefined);
  if (!liking || !isCompared) return new Map();
  const rows = await ctx.db.execute<{ code: string; value: number }>(sql`
    select tp.code, (a.value #>> '{}')::float8 as value
    from responses r
    join participants p on p.id = r.participant_id
    join trial_prototypes tp on tp.trial_id = p.trial_id and tp.prototype_id = r.prototype_id
    join answers a on a.response_id = r.id and a.question_key = ${liking.key} and a.status = 'answered'
    where r.participant_id = ${participantId} and r.state = 'submitted' and jsonb_typeof(a.value) = 'number'`);
  return new Map([...rows].map(({ code, value }) => [code, value]));
};

/** What is usual changes little with more. */
const mostOthers = 300;

/** What the latest others answered to each grid. */
const othersRowsOf = async (ctx: Context, { responseId, versionId, participantId, questions, given }: Input): Promise<Map<string, unknown[]>> => {
  const grids = questions.filter((question) => mayBeUnusual(question) && given[question.key] !== undefined).map(({ key }) => key);
  const found = new Map<string, unknown[]>(grids.map((key) => [key, []]));
  if (grids.length === 0) return found;
  const rows = await ctx.db
    .select({ key: answers.questionKey, value: answers.value })
    .from(answers)
    .where(
      and(
        inArray(answers.questionKey, grids),
        eq(answers.status, "answered"),
        sql`${answers.responseId} in (select id from responses where version_id = ${versionId} and state = 'submitted' and id <> ${responseId}
          and participant_id <> ${participantId} order by submitted_at desc limit ${mostOthers})`,
      ),
    );
  for (const { key, value } of rows) found.get(key)!.push(value);
  return found;
};

/** Returns what was found, so that somebody may be asked to look. */
export const flagResponse = async (ctx: Context, input: Input): Promise<FlagReason[]> => {
  const elsewhere = await seenElsewhere(ctx, input);
  const timing = { totalMs: input.totalMs, medianMs: await medianOf(ctx, input.versionId) };
  const [likings, othersRows] = [await likingsOf(ctx, input), await othersRowsOf(ctx, input)];
  const reasons = flagReasons(input.questions, input.given, timing, { seenElsewhere: elsewhere, likings, othersRows });
  if (reasons.length === 0) return [];
  await ctx.db.insert(responseFlags).values({ responseId: input.responseId, versionId: input.versionId, reasons, createdAt: ctx.now }).onConflictDoNothing();
  return reasons;
};
