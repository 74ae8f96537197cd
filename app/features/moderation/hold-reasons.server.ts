// What somebody writes is seen by a moderator first while they are new, and whenever it looks like something that hurts.
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { before, dayInMs, minuteInMs } from "~/core/time";
import { comments, ideas, people } from "~db/schema/index";
import { reasonWeights, type CaseReason, type WrittenReason } from "./case";
import { containsLink, watchedWordIn } from "./watched-words";

/** Everybody's first things are read before they are public; this many published ones earn trust. */
const publishedForTrust = 3;
const newMemberMs = dayInMs;
const fast = { withinMs: 5 * minuteInMs, submissions: 3 };

/** Why this text must wait for a moderator; empty when it may be public at once. What staff write never waits. */
export const holdReasons = async (ctx: Context, { text, authorId }: { text: string; authorId: number }): Promise<CaseReason[]> => {
  const fastFrom = before(ctx.now, fast.withinMs).toISOString();
  const [author] = await ctx.db
    .select({
      role: people.role,
      createdAt: people.createdAt,
      published: sql<number>`(select count(*)::int from (select 1 from ${ideas} where ${ideas.authorId} = ${authorId} and ${ideas.state} = 'published' union all select 1 from ${comments} where ${comments.authorId} = ${authorId} and ${comments.state} = 'published' limit ${publishedForTrust}) trusted)`,
      recent: sql<number>`(select count(*)::int from (select 1 from ${ideas} where ${ideas.authorId} = ${authorId} and ${ideas.createdAt} > ${fastFrom}::timestamptz union all select 1 from ${comments} where ${comments.authorId} = ${authorId} and ${comments.createdAt} > ${fastFrom}::timestamptz limit ${fast.submissions}) lately)`,
    })
    .from(people)
    .where(eq(people.id, authorId));
  if (!author) throw new Error("Nobody wrote this");
  if (author.role !== "member") return [];

  const watchedWord = watchedWordIn(text);
  const holds: (WrittenReason | false)[] = [
    author.published === 0 && "first_post",
    author.published > 0 && author.published < publishedForTrust && "pre_moderation",
    ctx.now.getTime() - author.createdAt.getTime() < newMemberMs && "new_member",
    containsLink(text) && "link",
    watchedWord !== null && "watched_word",
    author.recent >= fast.submissions && "too_fast",
  ];
  return holds
    .filter((key) => key !== false)
    .map((key) => ({ key, weight: reasonWeights[key], ...(key === "watched_word" && watchedWord ? { values: { word: watchedWord } } : {}) }));
};
