import { useState } from "react";
import type { WrittenCase } from "../queries.server";
import { declineReasons } from "~/features/moderation/case";
import { useT } from "~/i18n/language";
import { ProblemSummary, Select, TextArea, type Reply } from "~/ui/field";
import { ApproveOrClaim, VerdictPanel } from "./case-parts";

type Props = { view: WrittenCase; replies: Record<string, string>; reply: Reply; action: string };

/** Approve in one press; decline and ask for a change open where they stand, with words already prepared in the author's language. */
export const VerdictForms = ({ view, replies, reply, action }: Props) => {
  const t = useT();
  const [reason, setReason] = useState<string>(reply?.values?.reason ?? "duplicate");
  const refused = reply?.values?.verdict;
  return (
    <div className="grid gap-3">
      <ProblemSummary reply={reply} />
      <ApproveOrClaim view={view} action={action} label={t(view.publicationState === "published" ? "moderation.keep" : "moderation.approve")} />
      <VerdictPanel view={view} action={action} verdict="decline" shortcut="3" label={t("moderation.decline")} isOpen={refused === "decline"}>
        <Select name="reason" label={t("moderation.why_declined")} reply={reply} value={reason} onChange={(event) => setReason(event.target.value)}>
          {declineReasons.map((key) => (
            <option key={key} value={key}>
              {t(`moderation.decline_${key}`)}
            </option>
          ))}
        </Select>
        <TextArea
          key={reason}
          name="message"
          label={t("moderation.words_to_author")}
          help={t("moderation.words_help")}
          reply={refused === "decline" ? reply : null}
          defaultValue={replies[reason] ?? ""}
          maxLength={1000}
          lang={view.author?.locale}
        />
        <button className="button danger small justify-self-start">{t("moderation.decline")}</button>
      </VerdictPanel>
      <VerdictPanel
        view={view}
        action={action}
        verdict="ask_for_change"
        shortcut="4"
        label={t("moderation.ask_for_change")}
        isOpen={refused === "ask_for_change"}
      >
        <TextArea
          name="message"
          id="change-message"
          label={t("moderation.what_to_change")}
          help={t("moderation.words_help")}
          reply={refused === "ask_for_change" ? reply : null}
          defaultValue={replies.change}
          maxLength={1000}
          lang={view.author?.locale}
        />
        <button className="button quiet small justify-self-start">{t("moderation.ask_for_change")}</button>
      </VerdictPanel>
    </div>
  );
};
