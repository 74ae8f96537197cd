// A remark in a questionnaire can become an idea: only the person who wrote it is given its words.
import { and, eq, or, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { answers, diaryEntries, participants, responses } from "~db/schema/index";

type Remark = { responseId: number; participantId: number | null; text: string };

/** The reader's own answer to an open question, or null for anybody else's. Without a question only the response is looked up. */
export const findRemark = async (ctx: Context, { responseId, questionKey }: { responseId: number; questionKey?: string }): Promise<Remark | null> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return null;
  const [row] = await ctx.db
    .select({ responseId: responses.id, participantId: responses.participantId, value: answers.value })
    .from(responses)
    .leftJoin(participants, eq(participants.id, responses.participantId))
    .leftJoin(answers, and(eq(answers.responseId, responses.id), questionKey ? eq(answers.questionKey, questionKey) : sql`false`))
    .where(and(eq(responses.id, responseId), or(eq(responses.personId, personId), eq(participants.personId, personId))));
  if (!row) return null;
  return { responseId: row.responseId, participantId: row.participantId, text: typeof row.value === "string" ? row.value : "" };
};

/** What the reader wrote in the diary of a trial on one day; null for anybody else's. */
export const findDiaryRemark = async (ctx: Context, noteId: number): Promise<{ noteId: number; text: string } | null> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return null;
  const [row] = await ctx.db
    .select({ noteId: diaryEntries.id, text: diaryEntries.remark })
    .from(diaryEntries)
    .innerJoin(participants, eq(participants.id, diaryEntries.participantId))
    .where(and(eq(diaryEntries.id, noteId), eq(participants.personId, personId)));
  return row ?? null;
};
