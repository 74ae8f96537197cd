import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { followIdea } from "~/features/ideas/follow-idea.server";
import { followInput } from "~/features/ideas/input";
import { parseForm } from "~/http/forms.server";
import { endpoint, page } from "~/http/route.server";
import { paths } from "~/paths";

export const loader = page(async ({ params }) => redirect(paths.idea(idFrom(params.id))));

export const action = endpoint(async ({ ctx, form, params }) => {
  const ideaId = idFrom(params.id);
  const { following } = parseForm(form, followInput);
  if (ctx.actor.kind === "visitor") return redirect(paths.join(paths.idea(ideaId), `follow:${ideaId}`));
  await followIdea(ctx, { ideaId, following });
  return redirect(paths.idea(ideaId));
});
