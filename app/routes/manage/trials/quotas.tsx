import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { CellRuleText } from "~/features/trials/components/cell-rule";
import { CrossFacts } from "~/features/trials/components/cross-facts";
import { NewCell } from "~/features/trials/components/new-cell";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { takesPeople } from "~/features/trials/trial";
import { getTrialFrame } from "~/features/trials/frame.server";
import { cellRemovalInput, cellTargetInput, crossInput, quotaCellInput } from "~/features/trials/input";
import { listQuotaCells } from "~/features/trials/queries.server";
import { addQuotaCell, crossFacts, removeQuotaCell, ruleFrom, setCellTarget } from "~/features/trials/set-quotas.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "fieldwork.tab_quotas"), ...frame, cells: await listQuotaCells(ctx, frame.trial.id) };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  if (form.has("targetOf")) {
    const { targetOf, target } = parseForm(form, cellTargetInput);
    await setCellTarget(ctx, { trialId, cellId: targetOf, target });
  } else if (form.has("crossing")) await crossFacts(ctx, { trialId, facts: parseForm(form, crossInput).cross });
  else if (form.has("cellId")) await removeQuotaCell(ctx, { trialId, ...parseForm(form, cellRemovalInput) });
  else {
    const { name, target, facts } = parseForm(form, quotaCellInput);
    await addQuotaCell(ctx, { trialId, name, target, rule: ruleFrom(facts) });
  }
  return redirect(paths.trialQuotas(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialQuotas() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { trial, rights, cells } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isDraft = trial.state === "draft";
  const mayChange = isDraft || takesPeople(trial.state);
  const total = cells.reduce((sum, { target }) => sum + target, 0);
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid max-w-4xl gap-6">
        <p className="max-w-[70ch] text-ink-2">{t(isDraft ? "fieldwork.quotas_text" : mayChange ? "fieldwork.quotas_running" : "fieldwork.quotas_fixed")}</p>
        <ProblemSummary reply={reply} />
        {cells.length > 0 && (
          <section className="card grid gap-2">
            <ul className="divide-y divide-line">
              {cells.map((cell) => (
                <li key={cell.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
                  <div className="min-w-48 flex-1">
                    <h2 className="text-[16px]">{localized(cell.name, locale)}</h2>
                    <CellRuleText rule={cell.rule} />
                  </div>
                  {mayChange ? (
                    <Form method="post" className="flex items-end gap-2" key={cell.target}>
                      <input type="hidden" name="targetOf" value={cell.id} />
                      <label className="grid text-note text-ink-3">
                        {isDraft ? t("fieldwork.places") : t("fieldwork.places_taken", { count: cell.taken })}
                        <input
                          className="control num max-w-24"
                          type="number"
                          name="target"
                          min={Math.max(1, cell.taken)}
                          max={5000}
                          defaultValue={cell.target}
                          aria-label={t("fieldwork.target_of", { cell: localized(cell.name, locale) })}
                          required
                        />
                      </label>
                      <button className="button quiet small">{t("common.save")}</button>
                    </Form>
                  ) : (
                    <span className="num font-semibold">{t("fieldwork.places_count", { count: cell.target })}</span>
                  )}
                  {isDraft && (
                    <Form method="post">
                      <button className="link min-h-10 text-label" name="cellId" value={cell.id}>
                        {t("fieldwork.remove")}
                      </button>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
            <p className={`num text-label ${total === trial.places ? "text-ink-2" : "font-semibold text-brick"}`}>
              {t("fieldwork.quota_total", { total: format.number(total), places: format.number(trial.places) })}
            </p>
          </section>
        )}
        {isDraft && <CrossFacts reply={reply} hasCells={cells.length > 0} />}
        {isDraft && <NewCell key={cells.length} reply={reply} />}
      </div>
    </TrialFrame>
  );
}
