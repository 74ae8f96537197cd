// Open answers to be coded, thirty at a time, found by any form of their words in either language.
import { sql, type SQL } from "drizzle-orm";
import type { Context } from "~/core/context";
import { decodeNumberCursor, toPage, type Page } from "~/core/page";
import { searchWords } from "~/features/ideas/words";
import type { AnswerSearch } from "./answer-search";
import { listThemes } from "./codebook.server";
import { findLastAct } from "./coding-acts.server";
import { findOwnCodes } from "./code-answers.server";
import { codableAnswers, coderOf, getCodingFrame, hasCompared, type AskedQuestion } from "./coding-frame.server";
import { effectiveCodings } from "./effective-codes.server";
import { writtenForms } from "./normal-words";
import { standingThemes, type Codes, type Theme } from "./theme";

export type CodableAnswer = {
  responseId: number;
  text: string;
  codes: Codes | null;
  /** Coded by somebody else; how is told to those who have compared. */
  isCodedByOther: boolean;
};

/** Indonesian and English forms of every way in which the word is written. */
const anyForm = (word: string): SQL =>
  sql.join(
    writtenForms(word).map((form) => sql`(plainto_tsquery('indonesian', ${form}::text) || plainto_tsquery('english', ${form}::text))`),
    sql` || `,
  );

const matches = (text: string): SQL => {
  const words = searchWords(text);
  if (words.length === 0) return sql`true`;
  const written = sql`(a.value #>> '{}')`;
  return sql.join(
    words.map(
      (word) =>
        sql`((to_tsvector('indonesian', ${written}) || to_tsvector('english', ${written})) @@ (${anyForm(word)}) or position(${word}::text in lower(${written})) > 0)`,
    ),
    sql` and `,
  );
};

const isCodedBy = (coder: SQL): SQL => sql`exists (select 1 from codings c where c.response_id = r.id and c.question_key = a.question_key and ${coder})`;

/** The themes that count for this one. */
const sourcesOf = (themes: readonly Theme[], themeId: number): number[] =>
  [...standingThemes(themes)].flatMap(([id, standing]) => (standing === themeId ? [id] : []));

const pageSize = 30;

export const listAnswersToCode = async (ctx: Context, trialId: number, search: AnswerSearch) => {
  const frame = await getCodingFrame(ctx, trialId, search.question);
  const nothing = { themes: [] as Theme[], page: { items: [], next: null } as Page<CodableAnswer>, counts: { all: 0, coded: 0, found: 0 } };
  if (!frame.question || !frame.isOpen) return { ...frame, ...nothing, compared: false, lastAct: null };
  const asked: AskedQuestion = { trialId, questionKey: frame.question.key, versionId: frame.trial.questionnaireVersionId ?? 0 };
  const [me, compared, themes] = [coderOf(ctx), await hasCompared(ctx, asked), await listThemes(ctx, asked)];
  // Whoever compares sees what counts; before that only what they coded themselves.
  const mine = compared ? sql`true` : sql`c.coder_id = ${me} and not c.is_settled`;
  const sources = search.theme === null ? null : `{${sourcesOf(themes, search.theme).join(",")}}`;
  const conditions = sql.join(
    [
      matches(search.q),
      ...(search.show === "open" ? [sql`not ${isCodedBy(mine)}`] : search.show === "coded" ? [isCodedBy(mine)] : []),
      ...(sources === null
        ? []
        : [isCodedBy(sql`${mine} and exists (select 1 from coding_themes t where t.coding_id = c.id and t.theme_id = any(${sources}::int[]))`)]),
    ],
    sql` and `,
  );
  const [cursor] = decodeNumberCursor(search.after, 1) ?? [];
  const rows = await ctx.db.execute<{ responseId: number; text: string; isCodedByOther: boolean }>(sql`
    select r.id as "responseId", a.value #>> '{}' as text, ${isCodedBy(sql`c.coder_id <> ${me}`)} as "isCodedByOther"
    from ${codableAnswers(asked)} and ${conditions} ${cursor === undefined ? sql`` : sql`and r.id > ${cursor}`}
    order by r.id limit ${pageSize + 1}`);
  const [counts] = await ctx.db.execute<{ all: number; coded: number; found: number }>(sql`
    select count(*)::int as all, count(*) filter (where ${isCodedBy(mine)})::int as coded, count(*) filter (where ${conditions})::int as found
    from ${codableAnswers(asked)}`);
  const found = toPage([...rows], pageSize, ({ responseId }) => [responseId]);
  const ids = found.items.map(({ responseId }) => responseId);
  const codes = compared ? await effectiveCodings(ctx, asked, ids) : await findOwnCodes(ctx, asked.questionKey, ids);
  const standing = standingThemes(themes);
  const inForce = ({ themeIds, tone }: Codes): Codes => ({ themeIds: [...new Set(themeIds.map((id) => standing.get(id) ?? id))], tone });
  const items = found.items.map((answer): CodableAnswer => {
    const own = codes.get(answer.responseId);
    return { ...answer, codes: own ? inForce(own) : null };
  });
  return { ...frame, themes, page: { items, next: found.next }, counts: counts!, compared, lastAct: await findLastAct(ctx, asked) };
};

/** How many answers this person (or, after comparing, the house) coded with each theme that stands. */
export const countByTheme = async (ctx: Context, asked: AskedQuestion, themes: readonly Theme[], compared: boolean): Promise<Map<number, number>> => {
  const codes = compared ? await effectiveCodings(ctx, asked) : await ownCodings(ctx, asked);
  const standing = standingThemes(themes);
  const counts = new Map<number, number>();
  for (const { themeIds } of codes.values())
    for (const id of new Set(themeIds.map((each) => standing.get(each) ?? each))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

const ownCodings = async (ctx: Context, asked: AskedQuestion): Promise<Map<number, Codes>> => {
  const rows = await ctx.db.execute<{ id: number }>(sql`select r.id from ${codableAnswers(asked)} and ${isCodedBy(sql`c.coder_id = ${coderOf(ctx)}`)}`);
  return findOwnCodes(
    ctx,
    asked.questionKey,
    [...rows].map(({ id }) => id),
  );
};
