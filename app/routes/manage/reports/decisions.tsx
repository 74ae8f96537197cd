import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { listOwners, type Owner } from "~/features/reports/deciding/decisions.server";
import { decisionInput } from "~/features/reports/input";
import { makeDecision } from "~/features/reports/make-decision.server";
import { getVersion, listDecisions, type DecisionInList } from "~/features/reports/queries.server";
import { decisionChoices } from "~/features/reports/report";
import { dayOf } from "~/features/trials/dates";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { can } from "~/policy/can";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import { unbroken } from "~/ui/unbroken";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, version, content } = await getVersion(ctx, idFrom(params.id), idFrom(params.number));
  return {
    title: pageTitle(ctx, "reports.decisions_title"),
    trialId: trial.id,
    number: version.number,
    findings: content.findings.map((finding) => ({ ...finding, formKey: crypto.randomUUID() })),
    decisions: await listDecisions(ctx, version.id),
    owners: await listOwners(ctx, trial.teamId),
    today: dayOf(ctx.now),
    mayDecide: can(ctx.actor, "decide", { teamId: trial.teamId }),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const [trialId, number] = [idFrom(params.id), idFrom(params.number)];
  const { key, ...decision } = parseForm(form, decisionInput);
  await once(ctx, { key, use: `decide:${trialId}:${number}:${decision.finding}` }, (inner) => makeDecision(inner, { trialId, number, ...decision }));
  return redirect(paths.reportDecisions(trialId, number));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const Made = ({ decision, today }: { decision: DecisionInList; today?: string }) => {
  const t = useT();
  const format = useFormat();
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label">
        <span className={decision.choice === "keep" ? "chip leaf" : decision.choice === "stop" ? "chip brick" : "chip turmeric"}>
          {t(`reports.choice_${decision.choice}`)}
        </span>
        <span className="text-ink-3">
          {decision.by ?? ""} · {format.dateTime(decision.at)}
        </span>
      </p>
      {decision.note && <p className="whitespace-pre-line text-ink-2">{decision.note}</p>}
      {(decision.owner || decision.dueOn) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-ink-2">
          {decision.owner && <span>{t("themes.owned_by", { name: decision.owner })}</span>}
          {decision.dueOn && <span>{t("themes.due_on", { date: format.date(decision.dueOn) })}</span>}
          {decision.dueOn && !decision.outcome && today !== undefined && decision.dueOn < today && <span className="chip brick">{t("themes.overdue")}</span>}
        </p>
      )}
      {decision.outcome && (
        <div className="mt-1 grid gap-1 rounded-card bg-leaf-tint p-3">
          <p className="text-label font-semibold text-leaf">{t("themes.done_on", { date: format.date(decision.outcome.at) })}</p>
          <p className="whitespace-pre-line">{decision.outcome.text}</p>
        </div>
      )}
    </div>
  );
};

export default function Decisions() {
  const t = useT();
  const locale = useLocale();
  const { trialId, number, findings, decisions, mayDecide, owners, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const next = findings.find(({ key }) => !decisions.some(({ finding }) => finding === key))?.key;
  return (
    <>
      <StaffHead
        title={t("reports.decisions_title")}
        back={{ to: paths.reportVersion(trialId, number), label: t("reports.version", { number }) }}
        note={<p>{t(mayDecide ? "reports.decisions_note" : "reports.decisions_note_reader")}</p>}
      />
      <ProblemSummary reply={reply} />
      <ol className="grid max-w-3xl gap-5">
        {findings.map((finding) => {
          const [newest, ...older] = decisions.filter((decision) => decision.finding === finding.key);
          return (
            <li key={finding.key} className="card grid gap-3">
              <h2 className="text-[18px]">{unbroken(localized(finding.text, locale))}</h2>
              {newest ? (
                <>
                  <div id={`decision-${newest.id}`}>
                    <Made decision={newest} today={today} />
                  </div>
                  {mayDecide && <OutcomeForm decision={newest} />}
                  <p className="text-label">
                    <Link to={paths.newChange({ decision: newest.id })} className="link">
                      {t("reports.tell_back")}
                    </Link>
                  </p>
                </>
              ) : (
                <p className="text-label text-ink-3">{t("reports.undecided")}</p>
              )}
              {older.length > 0 && (
                <details>
                  <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("reports.earlier_decisions", { count: older.length })}</summary>
                  <div className="grid gap-3 pt-2">
                    {older.map((decision) => (
                      <Made key={decision.id} decision={decision} />
                    ))}
                  </div>
                </details>
              )}
              {mayDecide && (
                <DecisionForm
                  finding={finding.key}
                  formKey={finding.formKey}
                  isAgain={newest !== undefined}
                  isNext={finding.key === next}
                  owners={owners}
                  reply={reply?.values?.finding === finding.key ? reply : undefined}
                />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Done says what changed; open again takes that back. */
const OutcomeForm = ({ decision }: { decision: DecisionInList }) => {
  const t = useT();
  if (decision.outcome) {
    return (
      <Form method="post" action={paths.decisionOutcome(decision.id)} preventScrollReset>
        <input type="hidden" name="done" value="false" />
        <button className="button quiet small">{t("themes.reopen")}</button>
      </Form>
    );
  }
  return (
    <details>
      <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("themes.mark_done")}</summary>
      <Form method="post" action={paths.decisionOutcome(decision.id)} className="grid gap-3 pt-2" preventScrollReset>
        <input type="hidden" name="done" value="true" />
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">{t("themes.outcome")}</span>
          <textarea name="outcome" className="control" rows={2} maxLength={800} required />
        </label>
        <button className="button small justify-self-start">{t("themes.mark_done")}</button>
      </Form>
    </details>
  );
};

const DecisionForm = ({
  finding,
  formKey,
  isAgain,
  isNext,
  owners,
  reply,
}: {
  finding: string;
  formKey: string;
  isAgain: boolean;
  /** The first that nobody has decided on stands open, the others open one by one. */
  isNext: boolean;
  owners: readonly Owner[];
  reply: ReturnType<typeof useActionData<typeof action>>;
}) => {
  const t = useT();
  return (
    <details open={isNext || reply !== undefined}>
      <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t(isAgain ? "reports.decide_again" : "reports.decide")}</summary>
      <Form method="post" className="grid gap-3 pt-2" preventScrollReset>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="finding" value={finding} />
        <fieldset className="grid gap-1">
          <legend className="text-label font-semibold">{t("reports.decision")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {decisionChoices.map((choice) => (
              <label key={choice} className="flex min-h-11 items-center gap-2">
                <input type="radio" name="choice" value={choice} required defaultChecked={reply?.values?.choice === choice} className="size-5 accent-leaf" />
                {t(`reports.choice_${choice}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">
            {t("reports.decision_note")} <span className="font-normal text-ink-3">({t("common.optional")})</span>
          </span>
          <textarea name="note" className="control" rows={2} maxLength={2000} defaultValue={reply?.values?.note} />
        </label>
        <div className="flex flex-wrap gap-3">
          <label className="grid min-w-48 gap-1.5">
            <span className="text-label font-semibold">
              {t("themes.owner")} <span className="font-normal text-ink-3">({t("common.optional")})</span>
            </span>
            <select name="ownerId" className="control" defaultValue={reply?.values?.ownerId ?? ""}>
              <option value="">{t("themes.no_owner")}</option>
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className="grid gap-1.5">
            <span className="text-label font-semibold">
              {t("themes.due")} <span className="font-normal text-ink-3">({t("common.optional")})</span>
            </span>
            <input type="date" name="dueOn" className="control" defaultValue={reply?.values?.dueOn} />
          </label>
        </div>
        <button className="button quiet small justify-self-start">{t("reports.decide_save")}</button>
      </Form>
    </details>
  );
};
