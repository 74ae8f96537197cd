import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import type { MethodBlock } from "./result";

export const MethodView = ({ block }: { block: MethodBlock }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="grid gap-3 px-1 text-label text-ink-2">
      <h2 className="text-[17px] text-ink">{t("reports.method_heading")}</h2>
      <ul className="grid max-w-[90ch] gap-2">
        {block.notes.map((note) => (
          <li key={note.en}>{localized(note, locale)}</li>
        ))}
      </ul>
      <dl className="grid gap-1 text-note text-ink-3">
        <div className="flex flex-wrap gap-x-2">
          <dt>{t("reports.software")}</dt>
          <dd className="num">{`Kawan ${block.softwareVersion}`}</dd>
        </div>
        <div className="flex flex-wrap gap-x-2">
          <dt>{t("reports.seed")}</dt>
          <dd className="num break-all">{block.seed}</dd>
        </div>
        <div className="flex flex-wrap gap-x-2">
          <dt>{t("reports.data_hash")}</dt>
          <dd className="num break-all">{block.dataHash}</dd>
        </div>
      </dl>
    </section>
  );
};
