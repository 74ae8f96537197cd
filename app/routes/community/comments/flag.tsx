// Reporting a comment to the moderators.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { flagComment } from "~/features/comments/flag-comment.server";
import { getCommentToFlag } from "~/features/comments/queries.server";
import { FlagForm } from "~/features/moderation/components/flag-form";
import { flagInput } from "~/features/moderation/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

export const loader = page(async ({ ctx, params }) => ({
  title: pageTitle(ctx, "ideas.flag_comment_title"),
  comment: await getCommentToFlag(ctx, idFrom(params.id)),
}));

export const action = command(async ({ ctx, form, params }) => {
  const commentId = idFrom(params.id);
  const { ideaId } = await flagComment(ctx, { commentId, ...parseForm(form, flagInput) });
  return redirect(`${paths.idea(ideaId)}#comment-${commentId}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FlagComment() {
  const t = useT();
  const { comment } = useLoaderData<typeof loader>();
  return <FlagForm title={t("ideas.flag_comment_title")} quoted={comment.body} back={paths.idea(comment.ideaId)} reply={useActionData<typeof action>()} />;
}
