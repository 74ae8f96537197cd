// How far one is: a segment per section, filled as its questions go by.
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { sectionsOf } from "../effort";
import type { Question } from "../questionnaire";

export const Segments = ({ questions, current }: { questions: readonly Question[]; current: string }) => {
  const t = useT();
  const locale = useLocale();
  const sections = sectionsOf(questions);
  const number = questions.findIndex((question) => question.key === current) + 1;
  const total = questions.length;
  const section = sections.findIndex((each) => each.keys.includes(current));
  const title = localized(sections[section]?.title, locale);
  const label =
    sections.length > 1 && title
      ? t("questions.progress_section", { section: section + 1, sections: sections.length, title, number, total })
      : t("questions.progress", { number, total });
  return (
    <div role="img" aria-label={label} className="grid auto-cols-fr grid-flow-col gap-1.5">
      {sections.map((each, index) => {
        const done = index < section ? 1 : index > section ? 0 : (each.keys.indexOf(current) + 0.5) / each.keys.length;
        return (
          <span key={each.keys[0]} className="h-[5px] overflow-hidden rounded-full bg-line">
            <span className="block h-full rounded-full bg-leaf" style={{ width: `${Math.round(done * 100)}%` }} />
          </span>
        );
      })}
    </div>
  );
};
