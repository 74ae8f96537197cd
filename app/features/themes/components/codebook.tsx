import { Form } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { TextArea, type Reply } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";
import { PageLink } from "~/ui/page-link";
import { themeLimits, type Theme } from "../theme";
import { ThemeDefinitionField, ThemeNameFields } from "./theme-fields";

const Hidden = ({ act, question, themeId }: { act: string; question: string; themeId?: number }) => (
  <>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="question" value={question} />
    {themeId !== undefined && <input type="hidden" name="themeId" value={themeId} />}
  </>
);

const Folded = ({ title, isOpen, children }: { title: string; isOpen?: boolean; children: ReactNode }) => (
  <details open={isOpen} className="open:w-full">
    <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{title}</summary>
    {children}
  </details>
);

export const AddTheme = ({ question, reply }: { question: string; reply: Reply }) => {
  const t = useT();
  return (
    <Form method="post" className="card grid gap-4">
      <h2 className="text-[18px]">{t("themes.add")}</h2>
      <Hidden act="add" question={question} />
      <LocalizedField name="name" label={t("themes.name")} value={{ en: "", id: "" }} reply={reply} required maxLength={themeLimits.name} />
      <TextArea
        name="definition"
        label={t("themes.definition")}
        help={t("themes.definition_help")}
        reply={reply}
        optional
        rows={2}
        maxLength={themeLimits.definition}
      />
      <button className="button justify-self-start">{t("themes.add")}</button>
    </Form>
  );
};

const Move = ({ theme, to, question }: { theme: Theme; to: number; question: string }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <Form method="post" preventScrollReset>
      <Hidden act="move" question={question} themeId={theme.id} />
      <input type="hidden" name="to" value={to} />
      <button className="button quiet small min-w-11 px-0!">
        <ChevronDown className="size-4" aria-hidden="true" />
        <span className="sr-only">{t("themes.move_down", { name: localized(theme.name, locale) })}</span>
      </button>
    </Form>
  );
};

type InBook = { trialId: number; theme: Theme; place: number; others: readonly Theme[]; count: number; question: string; reply: Reply };

export const ThemeInBook = ({ trialId, theme, place, others, count, question, reply }: InBook) => {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="card grid gap-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        {place <= 9 && <kbd className="num mt-0.5 rounded-[5px] border border-line bg-sunken px-2 py-0.5 text-note font-semibold">{place}</kbd>}
        <h2 className="min-w-0 flex-1 text-[18px]">{localized(theme.name, locale)}</h2>
        <PageLink to={paths.trialAnswers(trialId, { question, theme: theme.id })} className="link num inline-flex min-h-9 items-center text-label">
          {t("themes.answers_with", { count })}
        </PageLink>
      </div>
      {theme.definition && <p className="text-label whitespace-pre-line text-ink-2">{theme.definition}</p>}
      <div className="flex flex-wrap items-start gap-x-2">
        {place <= others.length && <Move theme={theme} to={place + 1} question={question} />}
        <div className="flex min-w-0 flex-1 flex-wrap gap-x-6">
          <Folded title={t("themes.edit")} isOpen={reply?.values?.act === "edit"}>
            <Form method="post" className="grid gap-4 pt-2" preventScrollReset>
              <Hidden act="edit" question={question} themeId={theme.id} />
              <ThemeNameFields name={theme.name} />
              <ThemeDefinitionField definition={theme.definition} />
              <button className="button quiet small justify-self-start">{t("common.save")}</button>
            </Form>
          </Folded>
          {others.length > 0 && (
            <Folded title={t("themes.merge")} isOpen={reply?.values?.act === "merge"}>
              <Form method="post" className="flex flex-wrap items-end gap-3 pt-2" preventScrollReset>
                <Hidden act="merge" question={question} themeId={theme.id} />
                <label className="grid gap-1.5 text-label">
                  <span className="font-semibold">{t("themes.merge_into")}</span>
                  <select name="into" className="control" required defaultValue="">
                    <option value="" disabled>
                      {t("themes.choose_theme")}
                    </option>
                    {others.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {localized(name, locale)}
                      </option>
                    ))}
                  </select>
                </label>
                <button className="button quiet small">{t("themes.merge")}</button>
              </Form>
            </Folded>
          )}
        </div>
      </div>
    </li>
  );
};

/** What became of themes that no longer stand. */
export const MergedThemes = ({ themes }: { themes: readonly Theme[] }) => {
  const t = useT();
  const locale = useLocale();
  const merged = themes.filter(({ mergedInto }) => mergedInto !== null);
  if (merged.length === 0) return null;
  const nameOf = (id: number | null) => localized(themes.find((theme) => theme.id === id)?.name, locale);
  return (
    <section className="grid gap-1 text-label text-ink-2">
      <h2 className="text-label font-semibold">{t("themes.merged")}</h2>
      <ul className="grid gap-1">
        {merged.map(({ id, name, mergedInto }) => (
          <li key={id}>{t("themes.merged_line", { name: localized(name, locale), into: nameOf(mergedInto) })}</li>
        ))}
      </ul>
    </section>
  );
};
