// Setting or withdrawing a vote. A visitor's press is remembered and cast once they have joined.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { voteInput } from "~/features/ideas/input";
import { voteForIdea } from "~/features/ideas/vote-for-idea.server";
import { parseForm } from "~/http/forms.server";
import { limitVote } from "~/http/limits.server";
import { endpoint, page } from "~/http/route.server";
import { sameOriginPath } from "~/http/same-origin-path";
import { voteOrigin } from "~/http/vote-origin.server";
import { paths } from "~/paths";

export const loader = page(async ({ params }) => redirect(paths.idea(idFrom(params.id))));

export const action = endpoint(async ({ ctx, form, params, request, url, edge }) => {
  const ideaId = idFrom(params.id);
  const { voted } = parseForm(form, voteInput);
  const isScript = !form.has("back");
  if (ctx.actor.kind === "visitor" && !isScript) return redirect(paths.join(paths.idea(ideaId), `vote:${ideaId}`));
  await limitVote(ctx);
  const { voteCount } = await voteForIdea(ctx, { ideaId, voted, ...voteOrigin(request, edge.address) });
  if (isScript) return Response.json({ voted, voteCount });
  return redirect(`${sameOriginPath(String(form.get("back")), url.origin, paths.idea(ideaId))}#idea-${ideaId}`);
});
