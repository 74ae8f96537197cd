// Rewriting one's own comment while it is not public.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { commentLimits } from "~/features/comments/comment";
import { editComment } from "~/features/comments/edit-comment.server";
import { commentEditInput } from "~/features/comments/input";
import { getEditableComment } from "~/features/comments/queries.server";
import { RulingNote } from "~/features/ideas/components/ruling-note";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea } from "~/ui/field";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";

export const loader = page(async ({ ctx, params }) => ({
  title: pageTitle(ctx, "ideas.edit_comment_title"),
  comment: await getEditableComment(ctx, idFrom(params.id)),
}));

export const action = command(async ({ ctx, form, params }) => {
  const commentId = idFrom(params.id);
  const { ideaId } = await editComment(ctx, { commentId, ...parseForm(form, commentEditInput) });
  return redirect(`${paths.idea(ideaId)}#comment-${commentId}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditComment() {
  const t = useT();
  const { comment } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <h1 className="text-[27px]">{t("ideas.edit_comment_title")}</h1>
      <RulingNote state={comment.state} ruling={comment.ruling} />
      <Form method="post" className="grid gap-5">
        <ProblemSummary reply={reply} />
        <StaleNotice reply={reply} labels={{ body: t("ideas.comment_label") }} />
        <input type="hidden" name="revision" value={revisionOf(reply, comment.revision)} />
        <TextArea
          name="body"
          label={t("ideas.comment_label")}
          reply={reply}
          defaultValue={comment.body}
          rows={5}
          required
          minLength={commentLimits.bodyMin}
          maxLength={commentLimits.bodyMax}
        />
        <div className="flex flex-wrap gap-3">
          <button className="button">{t("ideas.send_again")}</button>
          <Link to={paths.idea(comment.ideaId)} className="button quiet">
            {t("common.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
