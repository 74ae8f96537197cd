// Ideas like the title that is being written; read by the form of a new idea.
import { listSimilarIdeas } from "~/features/ideas/search.server";
import { limitSearch } from "~/http/limits.server";
import { resource } from "~/http/route.server";

export const loader = resource(async ({ ctx, url, edge }) => {
  await limitSearch(ctx, edge.address);
  const text = (url.searchParams.get("title") ?? "").slice(0, 200);
  return Response.json({ ideas: await listSimilarIdeas(ctx, { text }) });
});
