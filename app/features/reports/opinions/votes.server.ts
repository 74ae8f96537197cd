// Who said what to which statement of a board, as rows of people; and a fingerprint of it that the database works out.
import { asc, and, eq, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Stance } from "~/statistics/opinion-groups";
import { statements } from "~db/schema/index";

const voter = sql`coalesce('p' || s.person_id, 'o' || s.outsider)`;
const said = (boardId: number) => sql`from stances s join statements st on st.id = s.statement_id where st.board_id = ${boardId} and st.is_shown`;

/** SHA-256 over lines of statement, person and stance in the order of both. */
export const hashVotes = async (ctx: Context, boardId: number): Promise<string> => {
  const [row] = await ctx.db.execute<{ hash: string }>(sql`
    select encode(sha256(convert_to(coalesce(string_agg(s.statement_id || ',' || ${voter} || ',' || s.stance, E'\n' order by s.statement_id, ${voter} collate "C"), ''), 'UTF8')), 'hex') as hash
    ${said(boardId)}`);
  return row!.hash;
};

export const loadVotes = async (ctx: Context, boardId: number): Promise<{ ids: number[]; votes: Stance[][] }> => {
  const shown = await ctx.db
    .select({ id: statements.id })
    .from(statements)
    .where(and(eq(statements.boardId, boardId), eq(statements.isShown, true)))
    .orderBy(asc(statements.id));
  const placeOf = new Map(shown.map(({ id }, place) => [id, place]));
  const rows = await ctx.db.execute<{ id: number; stance: -1 | 0 | 1; voter: string }>(
    sql`select s.statement_id as id, s.stance, ${voter} as voter ${said(boardId)} order by ${voter} collate "C", s.statement_id`,
  );
  const votes = new Map<string, Stance[]>();
  for (const row of rows) {
    const own = votes.get(row.voter) ?? new Array<Stance>(shown.length).fill(null);
    own[placeOf.get(row.id)!] = row.stance;
    votes.set(row.voter, own);
  }
  return { ids: shown.map(({ id }) => id), votes: [...votes.values()] };
};
