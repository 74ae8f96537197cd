import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { answerFilters, type AnswerSearch } from "../answer-search";
import type { Theme } from "../theme";

type Counts = { all: number; coded: number; found: number };

/** Search in any form of a word of either language, and how far the coding is. */
export const AnswerSearchForm = ({
  search,
  question,
  themes,
  counts,
}: {
  search: AnswerSearch;
  question: string;
  themes: readonly Theme[];
  counts: Counts;
}) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const isNarrowed = search.q !== "" || search.show !== "all" || search.theme !== null;
  return (
    <div className="grid gap-2">
      <Form role="search" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="question" value={question} />
        <label className="grid min-w-52 flex-1 gap-1.5">
          <span className="text-label font-semibold">{t("themes.search")}</span>
          <input type="search" name="q" className="control" defaultValue={search.q} maxLength={200} placeholder={t("themes.search_example")} />
        </label>
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">{t("themes.show")}</span>
          <select name="show" className="control" defaultValue={search.show}>
            {answerFilters.map((filter) => (
              <option key={filter} value={filter}>
                {t(`themes.show_${filter}`)}
              </option>
            ))}
          </select>
        </label>
        {themes.length > 0 && (
          <label className="grid max-w-56 gap-1.5">
            <span className="text-label font-semibold">{t("themes.theme")}</span>
            <select name="theme" className="control" defaultValue={search.theme ?? ""}>
              <option value="">{t("themes.any_theme")}</option>
              {themes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {localized(name, locale)}
                </option>
              ))}
            </select>
          </label>
        )}
        <button className="button quiet">
          <Search className="size-4" aria-hidden="true" />
          {t("themes.find")}
        </button>
      </Form>
      <p role="status" className="num flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-ink-2">
        <span>{t("themes.progress", { coded: format.number(counts.coded), all: format.number(counts.all) })}</span>
        <progress value={counts.coded} max={Math.max(1, counts.all)} aria-label={t("themes.progress_label")} className="h-2 w-40" />
        {isNarrowed && <span>{t("themes.found", { count: counts.found })}</span>}
      </p>
    </div>
  );
};
