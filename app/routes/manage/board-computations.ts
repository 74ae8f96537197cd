// How far the opinion groups of a board are; asked for again where they were interrupted.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { beginBoardAnew, listBoardProgress } from "~/features/reports/opinions/board-opinions.server";
import { endpoint, resource } from "~/http/route.server";
import { paths } from "~/paths";

export const loader = resource(async ({ ctx, params, url }) =>
  Response.json({ later: await listBoardProgress(ctx, idFrom(params.id), (url.searchParams.get("hash") ?? "").slice(0, 64)) }),
);

export const action = endpoint(async ({ ctx, params }) => {
  const boardId = idFrom(params.id);
  await beginBoardAnew(ctx, boardId);
  return redirect(paths.boardOpinions(boardId));
});
