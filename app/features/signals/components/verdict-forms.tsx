import { Form } from "@remix-run/react";
import { useState } from "react";
import type { WrittenCase } from "../queries.server";
import { declineReasons } from "~/features/moderation/case";
import { useT } from "~/i18n/language";
import { ProblemSummary, Select, TextArea, type Reply } from "~/ui/field";
import { ClaimForm, Key, mainActionClass, VerdictFields } from "./case-parts";

type Props = { view: WrittenCase; replies: Record<string, string>; reply: Reply; action: string };

/** Approve in one press; decline and ask for a change open where they stand, with words already prepared in the author's language. */
export const VerdictForms = ({ view, replies, reply, action }: Props) => {
  const t = useT();
  const [reason, setReason] = useState<string>(reply?.values?.reason ?? "duplicate");
  const refused = reply?.values?.verdict;
  return (
    <div className="grid gap-3">
      <ProblemSummary reply={reply} />
      <div className="flex flex-wrap gap-2">
        <Form method="post" action={action}>
          <VerdictFields view={view} verdict="approve" />
          <button data-key="1" className={mainActionClass}>
            <Key>1</Key>
            {t(view.publicationState === "published" ? "moderation.keep" : "moderation.approve")}
          </button>
        </Form>
        <ClaimForm view={view} />
      </div>
      <details className="rounded-card border border-line bg-surface px-4 py-1 open:pb-4" open={refused === "decline"} data-panel="3">
        <summary data-key="3" className="flex min-h-11 items-center gap-2.5 text-label font-semibold">
          <Key>3</Key>
          {t("moderation.decline")}
        </summary>
        <Form method="post" action={action} className="mt-3 grid gap-4">
          <VerdictFields view={view} verdict="decline" />
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
        </Form>
      </details>
      <details className="rounded-card border border-line bg-surface px-4 py-1 open:pb-4" open={refused === "ask_for_change"} data-panel="4">
        <summary data-key="4" className="flex min-h-11 items-center gap-2.5 text-label font-semibold">
          <Key>4</Key>
          {t("moderation.ask_for_change")}
        </summary>
        <Form method="post" action={action} className="mt-3 grid gap-4">
          <VerdictFields view={view} verdict="ask_for_change" />
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
        </Form>
      </details>
    </div>
  );
};
