import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { statementsInput } from "~/features/ideas/statements/input";
import { addStatements } from "~/features/ideas/statements/manage-statements.server";
import { parseForm } from "~/http/forms.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, form, params }) => {
  const boardId = idFrom(params.id);
  await addStatements(ctx, { boardId, texts: parseForm(form, statementsInput).statements });
  return redirect(paths.manageBoard(boardId));
});
