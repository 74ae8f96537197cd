import { Form } from "@remix-run/react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { useProblem, type Reply } from "~/ui/field";
import { quotaFacts } from "../quota-facts";

/** Cells for every combination of facts, made in one go. */
export const CrossFacts = ({ reply, hasCells }: { reply: Reply; hasCells: boolean }) => {
  const t = useT();
  const locale = useLocale();
  const problem = useProblem(reply, "facts");
  return (
    <Form method="post" className="card grid gap-3">
      <fieldset className="grid gap-1" id="field-facts" tabIndex={-1}>
        <legend className="text-[17px] font-bold">{t("fieldwork.cross")}</legend>
        <p className="text-label text-ink-2">{t(hasCells ? "fieldwork.cross_replaces" : "fieldwork.cross_text")}</p>
        <div className="flex flex-wrap gap-x-6">
          {quotaFacts.map(({ key, label, options }) => (
            <label key={key} className="flex min-h-10 items-center gap-2 text-label">
              <input type="checkbox" name="cross" value={key} className="size-4.5 accent-leaf" />
              {localized(label, locale)} <span className="num text-ink-3">× {options.length}</span>
            </label>
          ))}
        </div>
        {problem && <p className="text-label font-semibold text-brick">{problem}</p>}
      </fieldset>
      <button className="button quiet small justify-self-start" name="crossing" value="true">
        {t("fieldwork.cross_make")}
      </button>
    </Form>
  );
};
