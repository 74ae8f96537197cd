import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { DecisionForm } from "~/features/reports/deciding/components/decision-form";
import { DecisionMade } from "~/features/reports/deciding/components/decision-made";
import { OutcomeForm } from "~/features/reports/deciding/components/outcome-form";
import { listOwners } from "~/features/reports/deciding/decisions.server";
import { decisionInput } from "~/features/reports/input";
import { makeDecision } from "~/features/reports/make-decision.server";
import { getVersion, listDecisions } from "~/features/reports/queries.server";
import { dayOf } from "~/features/trials/dates";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
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
                    <DecisionMade decision={newest} today={today} />
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
                      <DecisionMade key={decision.id} decision={decision} />
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
