// Title and body of an idea, new or rewritten.
import type { ReactNode } from "react";
import { useT } from "~/i18n/language";
import { TextArea, TextField, type Reply } from "~/ui/field";
import { ideaLimits } from "../idea";

type Props = { reply: Reply; title: string; body: string; onTitle?: (title: string) => void; afterTitle?: ReactNode };

export const IdeaFields = ({ reply, title, body, onTitle, afterTitle }: Props) => {
  const t = useT();
  return (
    <>
      <TextField
        name="title"
        label={t("ideas.title_label")}
        help={t("ideas.title_help")}
        reply={reply}
        defaultValue={title}
        onInput={onTitle && ((event) => onTitle(event.currentTarget.value))}
        required
        minLength={ideaLimits.titleMin}
        maxLength={ideaLimits.titleMax}
        autoComplete="off"
      />
      {afterTitle}
      <TextArea
        name="body"
        label={t("ideas.body_label")}
        help={t("ideas.body_help")}
        reply={reply}
        defaultValue={body}
        rows={7}
        required
        minLength={ideaLimits.bodyMin}
        maxLength={ideaLimits.bodyMax}
      />
    </>
  );
};
