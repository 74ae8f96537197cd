// Everything that is said about a trial before it is launched, in sections on one page.
import type { ReactNode } from "react";
import type { LocalizedText } from "~/core/locale";
import { useT } from "~/i18n/language";
import { Checkbox, Select, TextArea, TextField, type Reply } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";
import { dayOf } from "../dates";
import { defaultConfidentiality } from "../defaults";
import type { Choosing, Design } from "../trial";

type Prototype = { id: number; name: string; isBenchmark: boolean };
type Trial = {
  name: LocalizedText;
  summary: LocalizedText;
  objectives: string;
  receives: LocalizedText;
  confidentiality: LocalizedText;
  minutes: number;
  design: Design;
  prototypesPerPerson: number;
  places: number;
  choosing: Choosing;
  diaryDays: readonly number[];
  applyUntil: Date | string | null;
  fieldworkFrom: Date | string | null;
  fieldworkUntil: Date | string | null;
};

const Section = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => (
  <section className="card grid gap-5">
    <div className="grid gap-1">
      <h2>{title}</h2>
      {text && <p className="text-label text-ink-2">{text}</p>}
    </div>
    {children}
  </section>
);

const PrototypeChoice = ({ prototypes, chosen, reply }: { prototypes: readonly Prototype[]; chosen: readonly number[]; reply: Reply }) => {
  const t = useT();
  return (
    <fieldset className="grid gap-1">
      <legend className="text-label font-semibold">{t("fieldwork.prototypes")}</legend>
      {prototypes.length === 0 && <p className="text-label text-ink-2">{t("fieldwork.no_prototypes")}</p>}
      {prototypes.map((prototype) => (
        <Checkbox
          key={prototype.id}
          name="prototypeIds"
          value={prototype.id}
          defaultChecked={chosen.includes(prototype.id)}
          label={prototype.isBenchmark ? t("fieldwork.prototype_benchmark", { name: prototype.name }) : prototype.name}
          reply={reply?.problems?.prototypeIds ? reply : undefined}
        />
      ))}
    </fieldset>
  );
};

export const TrialFields = ({
  trial,
  prototypes,
  chosen,
  reply,
}: {
  trial?: Trial;
  prototypes: readonly Prototype[];
  chosen: readonly number[];
  reply: Reply;
}) => {
  const t = useT();
  return (
    <>
      <Section title={t("fieldwork.section_members")} text={t("fieldwork.section_members_text")}>
        <LocalizedField name="name" label={t("fieldwork.name")} value={trial?.name} reply={reply} required maxLength={80} />
        <LocalizedField
          name="summary"
          label={t("fieldwork.summary")}
          help={t("fieldwork.summary_help")}
          value={trial?.summary}
          reply={reply}
          rows={4}
          maxLength={1500}
        />
        <LocalizedField
          name="receives"
          label={t("fieldwork.receives")}
          help={t("fieldwork.receives_help")}
          value={trial?.receives}
          reply={reply}
          rows={2}
          maxLength={800}
        />
        <TextField
          name="minutes"
          type="number"
          min={1}
          max={240}
          label={t("fieldwork.minutes")}
          help={t("fieldwork.minutes_help")}
          defaultValue={trial?.minutes ?? 10}
          reply={reply}
          required
          className="control max-w-40"
        />
      </Section>
      <Section title={t("fieldwork.section_design")}>
        <PrototypeChoice prototypes={prototypes} chosen={chosen} reply={reply} />
        <Select
          name="design"
          label={t("fieldwork.design")}
          help={t("fieldwork.design_help")}
          defaultValue={trial?.design ?? "sequential_monadic"}
          reply={reply}
        >
          <option value="sequential_monadic">{t("fieldwork.design_sequential_monadic")}</option>
          <option value="monadic">{t("fieldwork.design_monadic")}</option>
          <option value="paired">{t("fieldwork.design_paired")}</option>
          <option value="incomplete_blocks">{t("fieldwork.design_incomplete_blocks")}</option>
        </Select>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="prototypesPerPerson"
            type="number"
            min={1}
            max={12}
            label={t("fieldwork.per_person")}
            help={t("fieldwork.per_person_help")}
            defaultValue={trial?.prototypesPerPerson ?? 2}
            reply={reply}
          />
          <TextField
            name="places"
            type="number"
            min={1}
            max={5000}
            label={t("fieldwork.places")}
            help={t("fieldwork.places_help")}
            defaultValue={trial?.places || 60}
            reply={reply}
            required
          />
        </div>
        <Select name="choosing" label={t("fieldwork.choosing")} help={t("fieldwork.choosing_help")} defaultValue={trial?.choosing ?? "draw"} reply={reply}>
          <option value="draw">{t("fieldwork.choosing_draw")}</option>
          <option value="first_come">{t("fieldwork.choosing_first_come")}</option>
        </Select>
        <TextField
          name="diaryDays"
          label={t("fieldwork.diary_days")}
          help={t("fieldwork.diary_days_help")}
          defaultValue={trial?.diaryDays.join(", ")}
          inputMode="numeric"
          maxLength={120}
          reply={reply}
          optional
        />
        <TextArea
          name="objectives"
          label={t("fieldwork.objectives")}
          help={t("fieldwork.objectives_help")}
          defaultValue={trial?.objectives}
          reply={reply}
          rows={3}
          maxLength={4000}
          optional
        />
      </Section>
      <Section title={t("fieldwork.section_dates")} text={t("fieldwork.section_dates_text")}>
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <TextField name="applyUntil" type="date" label={t("fieldwork.apply_until")} defaultValue={dayOf(trial?.applyUntil ?? null)} reply={reply} />
          <TextField name="fieldworkFrom" type="date" label={t("fieldwork.fieldwork_from")} defaultValue={dayOf(trial?.fieldworkFrom ?? null)} reply={reply} />
          <TextField
            name="fieldworkUntil"
            type="date"
            label={t("fieldwork.fieldwork_until")}
            defaultValue={dayOf(trial?.fieldworkUntil ?? null)}
            reply={reply}
          />
        </div>
      </Section>
      <Section title={t("fieldwork.confidentiality")} text={t("fieldwork.confidentiality_text")}>
        <LocalizedField
          name="confidentiality"
          label={t("fieldwork.notice")}
          value={trial?.confidentiality ?? defaultConfidentiality}
          reply={reply}
          rows={12}
          maxLength={4000}
        />
      </Section>
    </>
  );
};
