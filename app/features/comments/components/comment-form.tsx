// One form for a comment and for a reply; what is typed is kept as a draft.
import { Form, Link } from "@remix-run/react";
import { DraftNote } from "~/features/ideas/components/draft-note";
import { useDraft } from "~/features/ideas/components/use-draft";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import { commentLimits } from "../comment";

type Props = {
  ideaId: number;
  /** The comment that is answered, and who wrote it. */
  replyTo?: { id: number; name: string };
  draft: { scope: string; revision: number; body: string };
  onceKey: string;
  reply: Reply;
};

export const CommentForm = ({ ideaId, replyTo, draft, onceKey, reply }: Props) => {
  const t = useT();
  const saving = useDraft(draft.scope, draft.revision);
  const label = replyTo ? t("ideas.reply_to", { name: replyTo.name }) : t("ideas.comment_label");
  return (
    <Form
      method="post"
      id="comment-form"
      className="grid gap-3"
      ref={saving.form}
      onInput={saving.onInput}
      onSubmit={saving.onSubmit}
      action={paths.idea(ideaId, { reply: replyTo?.id })}
    >
      <ProblemSummary reply={reply} />
      <input type="hidden" name="key" value={onceKey} />
      {replyTo && <input type="hidden" name="parentId" value={replyTo.id} />}
      <TextArea
        name="body"
        label={label}
        reply={reply}
        defaultValue={draft.body}
        rows={3}
        required
        minLength={commentLimits.bodyMin}
        maxLength={commentLimits.bodyMax}
        autoFocus={replyTo !== undefined}
      />
      <div className="flex flex-wrap items-center gap-3">
        <button className="button quiet small">{t(replyTo ? "ideas.reply_send" : "ideas.comment_send")}</button>
        {replyTo && (
          <Link to={paths.idea(ideaId)} preventScrollReset className="inline-flex min-h-11 items-center text-label font-semibold text-ink-2">
            {t("common.cancel")}
          </Link>
        )}
        <DraftNote draft={saving} labels={{ body: label }} />
      </div>
    </Form>
  );
};
