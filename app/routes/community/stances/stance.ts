// Setting or taking back what somebody thinks of a statement. A visitor's press is remembered until they have joined.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { stanceInput } from "~/features/ideas/statements/input";
import { slugOfStatement } from "~/features/ideas/statements/queries.server";
import { takeStance } from "~/features/ideas/statements/take-stance.server";
import { parseForm } from "~/http/forms.server";
import { limitVote } from "~/http/limits.server";
import { endpoint, page } from "~/http/route.server";
import { paths } from "~/paths";

export const loader = page(async ({ ctx, params }) => redirect(paths.stances(await slugOfStatement(ctx, idFrom(params.id)))));

export const action = endpoint(async ({ ctx, form, params }) => {
  const statementId = idFrom(params.id);
  const { stance } = parseForm(form, stanceInput);
  if (ctx.actor.kind === "visitor") return redirect(paths.join(paths.stances(await slugOfStatement(ctx, statementId)), `${stance}:${statementId}`));
  await limitVote(ctx);
  const { slug } = await takeStance(ctx, { statementId, stance });
  return redirect(paths.stances(slug, stance === "none" ? { again: statementId } : { after: statementId }));
});
