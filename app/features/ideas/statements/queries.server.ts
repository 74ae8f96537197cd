// A board of statements as one person meets it: the next statement, what they have said, and how many others have.
import { and, asc, eq, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale, LocalizedText } from "~/core/locale";
import { createRandom, nextUniform } from "~/statistics/random";
import { boards, stances, statements } from "~db/schema/index";
import { stanceName, type StanceName } from "./stance";

type StatementBoard = { id: number; slug: string; name: LocalizedText; purpose: LocalizedText };

export const getStatementBoard = async (ctx: Context, slug: string): Promise<StatementBoard> => {
  const [board] = await ctx.db
    .select({ id: boards.id, slug: boards.slug, name: boards.name, purpose: boards.purpose })
    .from(boards)
    .where(and(eq(boards.slug, slug.slice(0, 60)), eq(boards.kind, "statements")));
  if (!board) throw new NotFound("board");
  return board;
};

type Statement = { id: number; text: string; language: Locale; stance: StanceName | null };

const ownStance = (me: number | null) =>
  me === null ? sql<number | null>`null` : sql<number | null>`(select s.stance from ${stances} s where s.statement_id = statements.id and s.person_id = ${me})`;

/** Every statement that is shown, with the reader's own stance. */
export const listStatements = async (ctx: Context, boardId: number): Promise<(Statement & { said: number })[]> => {
  const rows = await ctx.db
    .select({
      id: statements.id,
      text: statements.text,
      language: statements.language,
      own: ownStance(actorId(ctx.actor)),
      said: sql<number>`(select count(*)::int from ${stances} s where s.statement_id = statements.id)`,
    })
    .from(statements)
    .where(and(eq(statements.boardId, boardId), eq(statements.isShown, true)))
    .orderBy(asc(statements.id))
    .limit(500);
  return rows.map(({ own, ...row }) => ({ ...row, stance: own === null ? null : stanceName(own as -1 | 0 | 1) }));
};

/**
 * The statement to ask about next: those that few have judged come sooner, so that a late one gets its chance. Drawn, and the same for the same
 * person until they have answered.
 */
export const nextStatement = <Row extends { id: number; said: number }>(open: readonly Row[], seed: string): Row | null => {
  const weights = open.map(({ said }) => (1 + 8 * 2 ** (-said / 5)) ** 2);
  let left = nextUniform(createRandom(seed)) * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, row] of open.entries()) {
    left -= weights[index]!;
    if (left < 0) return row;
  }
  return open.at(-1) ?? null;
};

export const countParticipants = async (ctx: Context, boardId: number): Promise<number> => {
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    select count(distinct coalesce('p' || s.person_id, 'o' || s.outsider))::int as n
    from ${stances} s join ${statements} st on st.id = s.statement_id where st.board_id = ${boardId} and st.is_shown`);
  return row!.n;
};

export const slugOfStatement = async (ctx: Context, statementId: number): Promise<string> => {
  const [row] = await ctx.db
    .select({ slug: boards.slug })
    .from(statements)
    .innerJoin(boards, eq(boards.id, statements.boardId))
    .where(eq(statements.id, statementId));
  if (!row) throw new NotFound("statement");
  return row.slug;
};
