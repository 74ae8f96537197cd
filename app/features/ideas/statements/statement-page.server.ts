// What the page of a statement board shows: the next statement for this person, and what they said last.
import { actorId, type Context } from "~/core/context";
import { getStatementBoard, listStatements, nextStatement } from "./queries.server";

const idIn = (text: string | null): number | null => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

export const loadStatementPage = async (ctx: Context, slug: string, search: URLSearchParams) => {
  const board = await getStatementBoard(ctx, slug);
  const all = await listStatements(ctx, board.id);
  const open = all.filter(({ stance }) => stance === null);
  const own = all.flatMap(({ said: _said, ...statement }) => (statement.stance === null ? [] : [{ ...statement, stance: statement.stance }]));
  // What was just taken back is asked again first.
  const again = open.find(({ id }) => id === idIn(search.get("again")));
  const next = again ?? nextStatement(open, `${board.id}/${actorId(ctx.actor) ?? "visitor"}/${own.length}`);
  return {
    board,
    next: next && { id: next.id, text: next.text, language: next.language },
    before: own.find(({ id }) => id === idIn(search.get("after"))) ?? null,
    said: own.length,
    total: all.length,
    own,
  };
};
