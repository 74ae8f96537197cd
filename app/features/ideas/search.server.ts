// Search finds a word in any of its Indonesian and English forms, and in a title also when it is misspelt.
import { and, or, sql, type SQL } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { decodeCursor, toPage, type Page } from "~/core/page";
import { ideas } from "~db/schema/index";
import { ideasInList, onBoard, toIdeaInList, type IdeaInList } from "./queries.server";
import { searchWords } from "./words";

const anyForm = (word: string): SQL => sql`(plainto_tsquery('indonesian', ${word}::text) || plainto_tsquery('english', ${word}::text))`;
/** The beginning of a word, for the one that is still being typed. Words hold letters and digits only, so they cannot spoil the query. */
const beginning = (word: string): SQL => sql`to_tsquery('simple', ${`${word}:*`}::text)`;

/** How alike a word and its misspelling must be: "detrjen" is 0.55 of "deterjen". Shorter words are too easily alike. */
const spelling = { likeness: 0.45, letters: 5 };

/** Every word must be found: in one of its forms, or nearly so in the title. */
const matches = (words: readonly string[]): SQL | undefined =>
  and(
    ...words.map((word, index) => {
      const isLast = index === words.length - 1 && word.length > 2;
      const query = isLast ? sql`(${anyForm(word)} || ${beginning(word)})` : anyForm(word);
      return or(sql`${ideas.search} @@ ${query}`, word.length >= spelling.letters ? sql`${word}::text <% ${ideas.title}` : undefined);
    }),
  );

const scoreOf = (words: readonly string[]): SQL<number> =>
  sql<number>`(ts_rank(${ideas.search}, ${sql.join(words.map(anyForm), sql` || `)}) + word_similarity(${words.join(" ")}::text, ${ideas.title}))::double precision`;

type SearchInput = { text: string; boardSlug?: string | null; after?: string | null; size?: number };

/** Public ideas, the best match first. Nothing is found for a text without words. */
export const searchIdeas = async (ctx: Context, { text, boardSlug, after, size = 20 }: SearchInput): Promise<Page<IdeaInList>> => {
  const words = searchWords(text);
  if (words.length === 0) return { items: [], next: null };
  const score = scoreOf(words);
  const [key, id] = decodeCursor(after, 2) ?? [];
  const later =
    typeof key === "number" && typeof id === "number" && Number.isInteger(id)
      ? sql`(${score}, ${ideas.id}) < (${key}::double precision, ${id}::integer)`
      : undefined;
  // The operator that the index on titles serves takes its threshold from a setting, here for this transaction only.
  const rows = await inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(spelling.likeness)}, true)`);
    return ideasInList(inner.db, { me: actorId(ctx.actor), where: and(onBoard(boardSlug), matches(words), later), score })
      .orderBy(sql`${score} desc, ${ideas.id} desc`)
      .limit(size + 1);
  });
  const { items, next } = toPage(rows, size, (row) => [row.score, row.id]);
  return { items: items.map(toIdeaInList), next };
};

const mostSimilar = 3;
/** At least this share of the words, or this likeness of the titles, makes two ideas similar. */
const enough = { words: 0.34, likeness: 0.3 };

/** Up to three public ideas that say something like this title: we suggest, and never block. */
export const listSimilarIdeas = async (ctx: Context, input: { text: string }): Promise<IdeaInList[]> => {
  const text = input.text.replaceAll("\0", "").slice(0, 200);
  const words = searchWords(text);
  if (words.length === 0 || text.trim().length < 4) return [];
  const shared = sql`((${sql.join(
    words.map((word) => sql`(${ideas.search} @@ ${anyForm(word)})::int`),
    sql` + `,
  )})::double precision / ${sql.raw(String(words.length))})`;
  const likeness = sql`similarity(${ideas.title}, ${text}::text)`;
  const rows = await ideasInList(ctx.db, {
    me: actorId(ctx.actor),
    where: and(
      or(sql`${ideas.search} @@ (${sql.join(words.map(anyForm), sql` || `)})`, sql`${ideas.title} % ${text}::text`),
      or(sql`${shared} >= ${sql.raw(String(enough.words))}`, sql`${likeness} >= ${sql.raw(String(enough.likeness))}`),
    ),
  })
    .orderBy(sql`${shared} + 2 * ${likeness} desc, ${ideas.voteCount} desc, ${ideas.id} desc`)
    .limit(mostSimilar);
  return rows.map(toIdeaInList);
};
