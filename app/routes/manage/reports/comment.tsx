// Rewriting one's own comment on a report.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { reportCommentEditInput } from "~/features/reports/assembling/input";
import { blockHeading } from "~/features/reports/block-names";
import { commentLimit } from "~/features/reports/discussing/comment";
import { getOwnComment } from "~/features/reports/discussing/queries.server";
import { editComment } from "~/features/reports/discussing/write-comment.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, comment } = await getOwnComment(ctx, idFrom(params.id));
  const { id, block, body, revision } = comment;
  return { title: pageTitle(ctx, "document.edit_comment_title"), trialId: trial.id, comment: { id, block, body, revision } };
});

export const action = command(async ({ ctx, form, params }) => {
  const commentId = idFrom(params.id);
  const { trialId, block } = await editComment(ctx, { commentId, ...parseForm(form, reportCommentEditInput) });
  return redirect(`${paths.reportBlock(trialId, block)}#comment-${commentId}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditReportComment() {
  const t = useT();
  const { trialId, comment } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const label = t("document.comment_label");
  const back = paths.reportBlock(trialId, comment.block);
  return (
    <>
      <StaffHead title={t("document.edit_comment_title")} back={{ to: back, label: t(blockHeading(comment.block)) }} />
      <Form method="post" className="grid max-w-2xl gap-5">
        <ProblemSummary reply={reply} />
        <StaleNotice reply={reply} labels={{ body: label }} />
        <input type="hidden" name="revision" value={revisionOf(reply, comment.revision)} />
        <TextArea name="body" label={label} reply={reply} defaultValue={comment.body} rows={5} required maxLength={commentLimit} />
        <div className="flex flex-wrap gap-2">
          <button className="button">{t("common.save")}</button>
          <Link to={back} className="button quiet">
            {t("common.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
