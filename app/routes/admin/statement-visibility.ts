import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { shownInput } from "~/features/ideas/statements/input";
import { showStatement } from "~/features/ideas/statements/manage-statements.server";
import { parseForm } from "~/http/forms.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, form, params }) => {
  const { boardId } = await showStatement(ctx, { statementId: idFrom(params.id), ...parseForm(form, shownInput) });
  return redirect(paths.manageBoard(boardId));
});
