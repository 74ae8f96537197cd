import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { CrosstabTable } from "~/features/reports/components/crosstab-table";
import { crosstabAdjustments, getCrosstab } from "~/features/reports/crosstab.server";
import { smallestGroup } from "~/features/reports/report";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const [question, fact, prototype, adjustment] = ["question", "fact", "prototype", "adjustment"].map((name) => url.searchParams.get(name));
  const { trial, ...crosstab } = await getCrosstab({ ...ctx, db: reportingDatabase() }, idFrom(params.id), {
    question: question ?? null,
    fact: fact ?? null,
    prototype: prototype ?? null,
    adjustment: adjustment ?? null,
  });
  return {
    title: pageTitle(ctx, "findings.crosstab_title"),
    trial: { id: trial.id, name: trial.name, alpha: trial.alpha },
    adjustments: crosstabAdjustments,
    ...crosstab,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const Choice = ({ name, label, value, options }: { name: string; label: string; value: string; options: { value: string; label: string }[] }) => (
  <label className="grid min-w-0 gap-1.5">
    <span className="text-label font-semibold">{label}</span>
    <select name={name} defaultValue={value} className="control w-full min-w-0">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);

export default function CrosstabPage() {
  const t = useT();
  const locale = useLocale();
  const { trial, isOpen, questions, facts, prototypes, adjustments, chosen, text, table } = useLoaderData<typeof loader>();
  const canChoose = isOpen && questions.length > 0 && facts.length > 0 && prototypes.length > 0;
  return (
    <>
      <StaffHead
        title={t("findings.crosstab_title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("findings.crosstab_note", { group: smallestGroup })}</p>}
      />
      {!canChoose && <p className="text-ink-2">{t(isOpen ? "findings.crosstab_nothing" : "findings.crosstab_not_yet")}</p>}
      {canChoose && (
        <Form method="get" className="mb-6 grid items-end gap-4 sm:grid-cols-2 min-[1100px]:grid-cols-[2fr_1.2fr_1.2fr_1fr_auto]" key={JSON.stringify(chosen)}>
          <Choice
            name="question"
            label={t("findings.crosstab_question")}
            value={chosen.question}
            options={questions.map(({ key, text: words }) => ({ value: key, label: localized(words, locale) }))}
          />
          <Choice
            name="fact"
            label={t("findings.crosstab_fact")}
            value={chosen.fact}
            options={facts.map(({ fact, label }) => ({ value: fact, label: localized(label, locale) }))}
          />
          <Choice
            name="prototype"
            label={t("findings.crosstab_prototype")}
            value={chosen.prototype}
            options={prototypes.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Choice
            name="adjustment"
            label={t("findings.crosstab_adjustment")}
            value={chosen.adjustment}
            options={adjustments.map((each) => ({ value: each, label: t(`findings.crosstab_adjustment_${each}`) }))}
          />
          <button className="button small min-h-11 justify-self-start">{t("findings.crosstab_show")}</button>
        </Form>
      )}
      {table && <CrosstabTable table={table} title={localized(text, locale)} alpha={trial.alpha} isAdjusted={chosen.adjustment !== "none"} />}
    </>
  );
}
