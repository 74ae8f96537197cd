// Keeps what somebody is typing. 409 gives back the text that another tab or device kept in the meantime.
import { draftInput } from "~/features/ideas/input";
import { saveDraft } from "~/features/ideas/drafts.server";
import { parseForm } from "~/http/forms.server";
import { endpoint } from "~/http/route.server";

export const action = endpoint(async ({ ctx, form }) => {
  const { scope, revision, draft } = parseForm(form, draftInput);
  const { isSaved, ...answer } = await saveDraft(ctx, { scope, revision, body: draft });
  return Response.json(answer, { status: isSaved ? 200 : 409 });
});
