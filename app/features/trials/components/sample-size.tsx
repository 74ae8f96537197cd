// Help with the number of people: a form that asks nothing but what the method needs, and its answer in a sentence, a table and a curve.
import { Form } from "@remix-run/react";
import { useFormat, useT } from "~/i18n/language";
import { Select, TextField } from "~/ui/field";
import { sampleQuestions, type SampleAnswer, type SampleFacts } from "../sample-size-help";

const percent = (part: number) => Math.round(part * 1000) / 10;

const Field = ({ name, value, help, step = "any", label }: { name: string; value: number | string; label: string; help?: string; step?: string }) => (
  <TextField name={name} type="number" step={step} label={label} help={help} defaultValue={value} />
);

const Questions = ({ facts }: { facts: SampleFacts }) => {
  const t = useT();
  switch (facts.question) {
    case "means":
      return (
        <>
          <Field name="difference" label={t("fieldwork.size_difference")} value={facts.difference} />
          <Field name="standardDeviation" label={t("fieldwork.size_sd")} help={t("fieldwork.size_sd_help")} value={facts.standardDeviation} />
          {facts.isWithin && <Field name="correlation" label={t("fieldwork.size_rho")} help={t("fieldwork.size_rho_help")} value={facts.correlation} />}
        </>
      );
    case "top_two_box":
      return facts.isWithin ? (
        <>
          <Field name="onlyFirst" label={t("fieldwork.size_only_first")} value={percent(facts.onlyFirst)} />
          <Field name="onlySecond" label={t("fieldwork.size_only_second")} value={percent(facts.onlySecond)} />
        </>
      ) : (
        <>
          <Field name="share" label={t("fieldwork.size_share")} value={percent(facts.share)} />
          <Field name="otherShare" label={t("fieldwork.size_other_share")} value={percent(facts.otherShare)} />
        </>
      );
    case "preference":
      return <Field name="preference" label={t("fieldwork.size_preference")} value={percent(facts.preference)} />;
    case "margin":
      return (
        <>
          <Field name="margin" label={t("fieldwork.size_margin")} value={percent(facts.margin)} />
          <Field name="share" label={t("fieldwork.size_expected_share")} help={t("fieldwork.size_expected_share_help")} value={percent(facts.share)} />
          <Field name="population" label={t("fieldwork.size_population")} help={t("fieldwork.size_population_help")} value={facts.population ?? ""} />
        </>
      );
  }
};

const Answer = ({ facts, answer }: { facts: SampleFacts; answer: SampleAnswer }) => {
  const t = useT();
  const format = useFormat();
  const { people, planned, curve } = answer;
  const perGroup = !facts.isWithin && (facts.question === "means" || facts.question === "top_two_box");
  const unit = facts.question === "means" ? "points" : "percent";
  return (
    <div className="grid gap-4 rounded-card bg-leaf-tint p-4" aria-live="polite">
      <p className="text-[19px] font-bold">
        {people === null
          ? t("fieldwork.size_none")
          : t(perGroup ? "fieldwork.size_answer_group" : "fieldwork.size_answer", { count: people, people: format.number(people) })}
      </p>
      {planned.detectable !== null && (
        <p className="text-label">
          {t(facts.question === "margin" ? "fieldwork.size_planned_margin" : `fieldwork.size_planned_${unit}`, {
            people: format.number(planned.people),
            difference: unit === "points" ? format.number(planned.detectable, 2) : format.number(100 * planned.detectable, 1),
            power: planned.power === null ? "" : format.number(Math.round(planned.power * 100)),
          })}
        </p>
      )}
      {curve.length > 0 && (
        <table className="table num max-w-md">
          <caption className="pb-1 text-start text-label font-semibold">{t("fieldwork.size_curve")}</caption>
          <thead>
            <tr>
              <th scope="col">{t(perGroup ? "fieldwork.size_people_group" : "fieldwork.size_people")}</th>
              <th scope="col" className="w-full">
                {t("fieldwork.size_power")}
              </th>
            </tr>
          </thead>
          <tbody>
            {curve.map((point) => (
              <tr key={point.people}>
                <th scope="row" className="text-ink!">
                  {format.number(point.people)}
                </th>
                <td>
                  <span className="flex items-center gap-2">
                    <span aria-hidden="true" className="h-2 flex-1 overflow-hidden rounded-full bg-surface">
                      <b className="block h-full bg-teal-5" style={{ width: `${Math.round(point.power * 100)}%` }} />
                    </span>
                    {format.percent(point.power)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};

export const SampleSize = ({ facts, answer }: { facts: SampleFacts; answer: SampleAnswer }) => {
  const t = useT();
  return (
    <section className="card grid gap-5" aria-labelledby="size">
      <div className="grid gap-1">
        <h2 id="size">{t("fieldwork.size")}</h2>
        <p className="max-w-[70ch] text-label text-ink-2">{t("fieldwork.size_text")}</p>
      </div>
      <Form method="get" className="grid gap-4" key={facts.question + String(facts.isWithin)}>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Select name="question" label={t("fieldwork.size_question")} defaultValue={facts.question}>
            {sampleQuestions.map((question) => (
              <option key={question} value={question}>
                {t(`fieldwork.size_question_${question}`)}
              </option>
            ))}
          </Select>
          {(facts.question === "means" || facts.question === "top_two_box") && (
            <Select name="within" label={t("fieldwork.size_who")} defaultValue={String(facts.isWithin)}>
              <option value="true">{t("fieldwork.size_within")}</option>
              <option value="false">{t("fieldwork.size_between")}</option>
            </Select>
          )}
        </div>
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <Questions facts={facts} />
          <Select name="alpha" label={t("fieldwork.size_alpha")} defaultValue={String(facts.alpha)}>
            {[0.05, 0.1, 0.2].map((level) => (
              <option key={level} value={level}>
                {percent(level)} %
              </option>
            ))}
          </Select>
          {facts.question !== "margin" && (
            <Select name="power" label={t("fieldwork.size_power_wanted")} defaultValue={String(facts.power)}>
              {[0.7, 0.8, 0.9, 0.95].map((level) => (
                <option key={level} value={level}>
                  {percent(level)} %
                </option>
              ))}
            </Select>
          )}
        </div>
        <button className="button small justify-self-start">{t("fieldwork.size_compute")}</button>
      </Form>
      <Answer facts={facts} answer={answer} />
      <p className="text-note text-ink-3">{t("fieldwork.size_method")}</p>
    </section>
  );
};
