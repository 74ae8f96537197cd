// What every case shows, whatever it is about.
import type { ReactNode } from "react";
import type { CaseView } from "../queries.server";
import { Form } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Ago } from "~/ui/time";

type Frame = Pick<CaseView, "id" | "version" | "reasons" | "openedAt" | "claim" | "history">;

export const actionClass = "inline-flex min-h-[44px] items-center gap-2.5 rounded-[10px] border-[1.5px] border-edge bg-surface px-4 text-label font-semibold";
const mainActionClass = "inline-flex min-h-[44px] items-center gap-2.5 rounded-[10px] bg-leaf px-4 text-label font-semibold text-on-leaf";

const Key = ({ children }: { children: string }) => (
  <kbd aria-hidden="true" className="rounded-[5px] border border-current px-1.5 py-0.5 text-[12px] leading-none font-semibold opacity-70">
    {children}
  </kbd>
);

/** Which verdict, on which version of which case. */
const VerdictFields = ({ view, verdict }: { view: Frame; verdict: string }) => (
  <>
    <input type="hidden" name="case" value={view.id} />
    <input type="hidden" name="version" value={view.version} />
    <input type="hidden" name="verdict" value={verdict} />
  </>
);

const ClaimForm = ({ view }: { view: Frame }) => {
  const t = useT();
  if (view.claim?.isMine) return null;
  return (
    <Form method="post" action={paths.caseClaim(view.id)}>
      <button data-key="c" className={actionClass}>
        <Key>c</Key>
        {t("moderation.claim")}
      </button>
    </Form>
  );
};

/** What kind of case it is, who has it in hand, and since when it waits. */
export const CaseChips = ({ view, now, children }: { view: Frame; now: Date; children: ReactNode }) => {
  const t = useT();
  return (
    <p className="flex flex-wrap gap-2">
      {children}
      {view.claim && (
        <span className={`chip ${view.claim.isMine ? "leaf" : "turmeric"}`}>
          {view.claim.isMine ? t("moderation.claimed_by_you") : t("moderation.claimed_by", { name: view.claim.by })}
        </span>
      )}
      <span className="chip">
        <Ago at={view.openedAt} now={now} />
      </span>
    </p>
  );
};

/** Letting it stand is one press, with the key 1; whoever needs longer takes the case in hand. */
export const ApproveOrClaim = ({ view, action, label }: { view: Frame; action: string; label: string }) => (
  <div className="flex flex-wrap gap-2">
    <Form method="post" action={action}>
      <VerdictFields view={view} verdict="approve" />
      <button data-key="1" className={mainActionClass}>
        <Key>1</Key>
        {label}
      </button>
    </Form>
    <ClaimForm view={view} />
  </div>
);

/** A verdict that needs words opens where it stands, by its key too. */
export const VerdictPanel = (props: {
  view: Frame;
  action: string;
  verdict: "decline" | "ask_for_change";
  shortcut: string;
  label: string;
  isOpen: boolean;
  children: ReactNode;
}) => (
  <details className="rounded-card border border-line bg-surface px-4 py-1 open:pb-4" open={props.isOpen} data-panel={props.shortcut}>
    <summary data-key={props.shortcut} className="flex min-h-11 items-center gap-2.5 text-label font-semibold">
      <Key>{props.shortcut}</Key>
      {props.label}
    </summary>
    <Form method="post" action={props.action} className="mt-3 grid gap-4">
      <VerdictFields view={props.view} verdict={props.verdict} />
      {props.children}
    </Form>
  </details>
);

/** Why it stands where it stands: each reason with its weight. */
export const WhyHere = ({ view, children }: { view: Frame; children?: ReactNode }) => {
  const t = useT();
  const heaviest = Math.max(1, ...view.reasons.map((reason) => reason.weight));
  return (
    <section className="card grid gap-3" aria-labelledby="why-title">
      <h2 id="why-title" className="text-[17px]">
        {t("moderation.why_here")}
      </h2>
      <ul className="num grid gap-2 text-label">
        {view.reasons.map((reason) => (
          <li key={reason.key} className="grid grid-cols-[1fr_96px_30px] items-center gap-2.5">
            {t(`moderation.reason_${reason.key}`, { count: 1, ...reason.values })}
            <span className="h-2 rounded-full bg-sunken" aria-hidden="true">
              <b className="block h-full rounded-full bg-ochre-5" style={{ width: `${(100 * reason.weight) / heaviest}%` }} />
            </span>
            <span className="text-end">{reason.weight}</span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
};

export const PastVerdicts = ({ view, now, sentence }: { view: Frame; now: Date; sentence: (verdict: Frame["history"][number]) => string }) => {
  const t = useT();
  if (view.history.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 text-note text-ink-3">{t("moderation.history")}</h3>
      <ul className="grid gap-2">
        {view.history.map((verdict) => (
          <li key={verdict.id}>
            {sentence(verdict)}
            <p className="text-note text-ink-3">
              <Ago at={verdict.at} now={now} />
              {verdict.undoneAt && <> · {t("moderation.undone")}</>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
