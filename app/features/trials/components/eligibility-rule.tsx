// The rule about who may take part: its lines in words, and a new line put together by choosing.
import { Form } from "@remix-run/react";
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { Select, TextField, type Reply } from "~/ui/field";
import type { EligibilityLine, EligibilityRule } from "../eligibility";

type Source = { kind: "fact" | "question"; key: string; label: LocalizedText; options: readonly { value: string; label: LocalizedText }[] };

const Line = ({ line, index, sources, canEdit }: { line: EligibilityLine; index: number; sources: readonly Source[]; canEdit: boolean }) => {
  const t = useT();
  const locale = useLocale();
  const source = sources.find(({ kind, key }) => kind === line.source.kind && key === line.source.key);
  const values = line.values.map((value) => localized(source?.options.find((option) => option.value === value)?.label, locale) || value);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <span className={`chip num ${line.effect.kind === "knock_out" ? "brick" : "leaf"}`}>
        {line.effect.kind === "knock_out" ? t("fieldwork.rule_knock_out") : t("fieldwork.rule_points", { count: line.effect.points })}
      </span>
      <span className="min-w-48 flex-1 text-label">
        {localized(source?.label, locale) || line.source.key}: <b className="font-semibold">{values.join(", ")}</b>
      </span>
      {canEdit && (
        <Form method="post">
          <button className="link min-h-10 text-label" name="removed" value={index} aria-label={t("fieldwork.rule_remove", { values: values.join(", ") })}>
            {t("fieldwork.remove")}
          </button>
        </Form>
      )}
    </li>
  );
};

const NewLine = ({ source, reply }: { source: Source; reply: Reply }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <details className="border-t border-line">
      <summary className="min-h-11 content-center text-label font-semibold">{localized(source.label, locale)}</summary>
      <Form method="post" className="grid gap-3 pb-4">
        <input type="hidden" name="source" value={`${source.kind}:${source.key}`} />
        <fieldset>
          <legend className="text-note text-ink-3">{t("fieldwork.rule_values")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {source.options.map(({ value, label }) => (
              <label key={value} className="flex min-h-10 items-center gap-2 text-label">
                <input type="checkbox" name="values" value={value} className="size-4.5 accent-leaf" />
                {localized(label, locale) || value}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="grid items-end gap-3 sm:grid-cols-[auto_auto_1fr]">
          <Select name="effect" label={t("fieldwork.rule_effect")} defaultValue="knock_out">
            <option value="knock_out">{t("fieldwork.rule_effect_knock_out")}</option>
            <option value="points">{t("fieldwork.rule_effect_points")}</option>
          </Select>
          <TextField
            name="points"
            type="number"
            min={-100}
            max={100}
            defaultValue={1}
            label={t("fieldwork.rule_points_label")}
            className="control max-w-32"
            reply={reply}
          />
        </div>
        <button className="button small justify-self-start">{t("fieldwork.rule_add")}</button>
      </Form>
    </details>
  );
};

export const EligibilityEditor = ({
  rule,
  sources,
  canEdit,
  reply,
}: {
  rule: EligibilityRule | null;
  sources: readonly Source[];
  canEdit: boolean;
  reply: Reply;
}) => {
  const t = useT();
  const hasPoints = rule?.lines.some(({ effect }) => effect.kind === "points") ?? false;
  return (
    <section className="card grid gap-4">
      <div className="grid gap-1">
        <h2>{t("fieldwork.rule")}</h2>
        <p className="max-w-[70ch] text-label text-ink-2">{t("fieldwork.rule_text")}</p>
      </div>
      {rule === null ? (
        <p className="text-label">{t("fieldwork.rule_none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rule.lines.map((line, index) => (
            <Line key={index} line={line} index={index} sources={sources} canEdit={canEdit} />
          ))}
        </ul>
      )}
      {hasPoints &&
        (canEdit ? (
          <Form method="post" className="flex flex-wrap items-end gap-3" key={rule?.minimum}>
            <TextField
              name="minimum"
              type="number"
              min={-100}
              max={1000}
              defaultValue={rule?.minimum ?? 0}
              label={t("fieldwork.rule_minimum")}
              className="control max-w-32"
            />
            <button className="button quiet small">{t("common.save")}</button>
          </Form>
        ) : (
          <p className="num text-label font-semibold">{t("fieldwork.rule_minimum_is", { count: rule?.minimum ?? 0 })}</p>
        ))}
      {canEdit && (
        <div className="grid gap-2">
          <h3>{t("fieldwork.rule_new")}</h3>
          <div>
            {sources.map((source) => (
              <NewLine key={`${source.kind}:${source.key}`} source={source} reply={reply} />
            ))}
          </div>
        </div>
      )}
    </section>
  );
};
