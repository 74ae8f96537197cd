import { Form } from "@remix-run/react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { TextField, type Reply } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";
import { quotaFacts } from "../quota-facts";

/** One more cell: its name, how many places, and who fits. A fact with nothing ticked says nothing. */
export const NewCell = ({ reply }: { reply: Reply }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <Form method="post" className="card grid gap-5">
      <h2>{t("fieldwork.new_cell")}</h2>
      <LocalizedField name="name" label={t("fieldwork.name")} reply={reply} required maxLength={60} />
      <TextField name="target" type="number" min={1} max={5000} label={t("fieldwork.places")} reply={reply} required className="control max-w-40" />
      <div className="grid gap-4">
        {quotaFacts.map((fact) => (
          <fieldset key={fact.key} className="grid gap-1">
            <legend className="text-label font-semibold">{localized(fact.label, locale)}</legend>
            <div className="flex flex-wrap gap-x-5">
              {fact.options.map((option, index) => (
                <label key={option.value} className="flex min-h-10 items-center gap-2 text-label">
                  <input type="checkbox" name={`facts.${fact.key}[${index}]`} value={option.value} className="size-4.5 accent-leaf" />
                  {localized(option.label, locale)}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <button className="button small justify-self-start">{t("fieldwork.add_cell")}</button>
    </Form>
  );
};
