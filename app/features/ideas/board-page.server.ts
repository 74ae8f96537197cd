// What the page of a board shows, from its address: two statements.
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { ideaSorts, type IdeaSort } from "./idea";
import { listBoards, listIdeas } from "./queries.server";
import { searchIdeas } from "./search.server";

const sortIn = (text: string | null): IdeaSort => ideaSorts.find((sort) => sort === text) ?? "trending";

/** NotFound for a board that there is not; anything else unknown in the address shows the usual order from its start. */
export const loadBoard = async (ctx: Context, search: URLSearchParams) => {
  const boardSlug = search.get("board");
  if (boardSlug && !/^[a-z0-9-]{1,60}$/.test(boardSlug)) throw new NotFound("board");
  const after = search.get("after");
  const q = (search.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 200);
  const isMine = search.has("mine") && ctx.actor.kind === "person";
  const sort = isMine ? "new" : sortIn(search.get("sort"));
  const [boards, ideas] = await Promise.all([
    listBoards(ctx),
    q ? searchIdeas(ctx, { text: q, boardSlug, after }) : listIdeas(ctx, { sort, boardSlug, after, isMine }),
  ]);
  const board = boards.find((candidate) => candidate.slug === boardSlug);
  if (boardSlug && !board) throw new NotFound("board");
  return {
    boards: boards.map(({ slug, name, kind }) => ({ slug, name, kind })),
    board: board && { slug: board.slug, name: board.name, purpose: board.purpose, kind: board.kind },
    ideas,
    sort,
    q,
    isMine,
    isLater: after !== null,
  };
};
