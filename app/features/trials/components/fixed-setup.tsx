// What people were told when they were invited. It no longer changes; only the deadlines move.
import { Form } from "@remix-run/react";
import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";
import { dayOf } from "../dates";
import { takesPeople, type Choosing, type Design, type TrialState } from "../trial";

type Trial = {
  state: TrialState;
  summary: LocalizedText;
  receives: LocalizedText;
  confidentiality: LocalizedText;
  objectives: string;
  minutes: number;
  places: number;
  design: Design;
  prototypesPerPerson: number;
  choosing: Choosing;
  diaryDays: readonly number[];
  applyUntil: Date | string | null;
  fieldworkFrom: Date | string | null;
  fieldworkUntil: Date | string | null;
};

type Props = { trial: Trial; prototypes: readonly { id: number; name: string }[]; reply: Reply; saved: string };

export const FixedSetup = ({ trial, prototypes, reply, saved }: Props) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const day = (moment: Date | string | null) => (moment ? format.date(moment) : "–");
  const rows: [string, string][] = [
    [t("fieldwork.summary"), localized(trial.summary, locale)],
    [t("fieldwork.receives"), localized(trial.receives, locale)],
    [t("fieldwork.minutes"), format.number(trial.minutes)],
    [t("fieldwork.design"), t(`fieldwork.design_${trial.design}`)],
    [t("fieldwork.prototypes"), prototypes.map(({ name }) => name).join(", ")],
    [t("fieldwork.per_person"), format.number(trial.prototypesPerPerson)],
    [t("fieldwork.places"), format.number(trial.places)],
    [t("fieldwork.choosing"), t(`fieldwork.choosing_${trial.choosing}`)],
    [t("fieldwork.diary_days"), trial.diaryDays.join(", ") || "–"],
    [t("fieldwork.objectives"), trial.objectives || "–"],
    [t("fieldwork.fieldwork_from"), day(trial.fieldworkFrom)],
    [t("fieldwork.confidentiality"), localized(trial.confidentiality, locale)],
  ];
  return (
    <>
      {takesPeople(trial.state) && (
        <Form method="post" className="card grid gap-4">
          <h2>{t("fieldwork.deadlines")}</h2>
          <ProblemSummary reply={reply} />
          <div className="grid items-end gap-5 sm:grid-cols-2">
            <TextField name="applyUntil" type="date" label={t("fieldwork.apply_until")} defaultValue={dayOf(trial.applyUntil)} reply={reply} />
            <TextField name="fieldworkUntil" type="date" label={t("fieldwork.fieldwork_until")} defaultValue={dayOf(trial.fieldworkUntil)} reply={reply} />
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <button className="button small">{t("common.save")}</button>
            <span role="status" className="text-label text-ink-2">
              {saved}
            </span>
          </div>
        </Form>
      )}
      <section className="card grid gap-4">
        <div className="grid gap-1">
          <h2>{t("fieldwork.fixed")}</h2>
          <p className="text-label text-ink-2">{t("fieldwork.fixed_text")}</p>
        </div>
        <dl className="grid gap-4">
          {rows.map(([label, value]) => (
            <div key={label} className="grid gap-x-6 sm:grid-cols-[180px_minmax(0,1fr)]">
              <dt className="text-label text-ink-3">{label}</dt>
              <dd className="whitespace-pre-line">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
};
