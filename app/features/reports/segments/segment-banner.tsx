// Says above every narrowed report whose answers it holds, and what it leaves out so that nobody can be told apart.
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { useNameOf } from "../components/prototype-names";
import { lowBase, smallestGroup } from "../report";
import type { ReportSegment } from "./segment";

export const SegmentBanner = ({ segment }: { segment: ReportSegment }) => {
  const t = useT();
  const locale = useLocale();
  const nameOf = useNameOf();
  const { name, words, state, people, hidden } = segment;
  return (
    <section aria-label={t("segments.report_of", { name })} className="grid gap-2 rounded-panel bg-turmeric-tint p-5 min-[860px]:px-8">
      <p className="font-semibold">
        {t("segments.report_of", { name })}
        {state === "shown" && people !== null && <span className="num font-normal"> · {t("reports.people", { count: people })}</span>}
      </p>
      <ul className="grid gap-0.5 text-label text-ink-2">
        {words.map((each) => (
          <li key={each.en} dir="auto" className="wrap-anywhere">
            {localized(each, locale)}
          </li>
        ))}
      </ul>
      {state === "nobody" && <p>{t("segments.nobody")}</p>}
      {state === "too_small" && <p className="max-w-[70ch]">{t("segments.too_small", { group: smallestGroup })}</p>}
      {hidden.length > 0 && <p className="text-label">{t("segments.hidden", { names: hidden.map(nameOf).join(", "), group: smallestGroup })}</p>}
      {state === "shown" && people !== null && people < lowBase && <p className="text-label">{t("segments.low_base", { low: lowBase })}</p>}
      {state === "shown" && <p className="text-note text-ink-2">{t("segments.left_out")}</p>}
    </section>
  );
};
