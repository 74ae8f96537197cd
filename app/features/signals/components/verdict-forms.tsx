import { Form } from "@remix-run/react";
import { useState } from "react";
import type { CaseView } from "../queries.server";
import { declineReasons } from "~/features/moderation/case";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, Select, TextArea, type Reply } from "~/ui/field";

type Props = { view: CaseView; replies: Record<string, string>; reply: Reply; action: string };

const actionClass = "inline-flex min-h-[44px] items-center gap-2.5 rounded-[10px] border-[1.5px] border-edge bg-surface px-4 text-label font-semibold";

const Key = ({ children }: { children: string }) => (
  <kbd aria-hidden="true" className="rounded-[5px] border border-current px-1.5 py-0.5 text-[12px] leading-none font-semibold opacity-70">
    {children}
  </kbd>
);

const Hidden = ({ view, verdict }: { view: CaseView; verdict: string }) => (
  <>
    <input type="hidden" name="case" value={view.id} />
    <input type="hidden" name="version" value={view.version} />
    <input type="hidden" name="verdict" value={verdict} />
  </>
);

/** Approve in one press; decline and ask for a change open where they stand, with words already prepared in the author's language. */
export const VerdictForms = ({ view, replies, reply, action }: Props) => {
  const t = useT();
  const [reason, setReason] = useState<string>(reply?.values?.reason ?? "duplicate");
  const refused = reply?.values?.verdict;
  const isMine = view.claim?.isMine ?? false;
  return (
    <div className="grid gap-3">
      <ProblemSummary reply={reply} />
      <div className="flex flex-wrap gap-2">
        <Form method="post" action={action}>
          <Hidden view={view} verdict="approve" />
          <button data-key="1" className="inline-flex min-h-[44px] items-center gap-2.5 rounded-[10px] bg-leaf px-4 text-label font-semibold text-on-leaf">
            <Key>1</Key>
            {t(view.publicationState === "published" ? "moderation.keep" : "moderation.approve")}
          </button>
        </Form>
        {!isMine && (
          <Form method="post" action={paths.caseClaim(view.id)}>
            <button data-key="c" className={actionClass}>
              <Key>c</Key>
              {t("moderation.claim")}
            </button>
          </Form>
        )}
      </div>
      <details className="rounded-card border border-line bg-surface px-4 py-1 open:pb-4" open={refused === "decline"} data-panel="3">
        <summary data-key="3" className="flex min-h-11 items-center gap-2.5 text-label font-semibold">
          <Key>3</Key>
          {t("moderation.decline")}
        </summary>
        <Form method="post" action={action} className="mt-3 grid gap-4">
          <Hidden view={view} verdict="decline" />
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
          <Hidden view={view} verdict="ask_for_change" />
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
