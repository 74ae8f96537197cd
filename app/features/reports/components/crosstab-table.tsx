// A crosstab as a table: groups across, answers down, letters beside the numbers, a dash for what is too small to show.
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import type { Crosstab, CrosstabCell, CrosstabRow } from "../crosstab.server";
import { showMean } from "../numbers";
import { lowBase, smallestBase } from "../report";
import { NumberTable } from "./figure";

export const CrosstabTable = ({ table, title, alpha, isAdjusted }: { table: Crosstab; title: string; alpha: number; isAdjusted: boolean }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const shown = ({ count, value, letters }: CrosstabCell, kind: CrosstabRow["kind"], n: number) => {
    if (count === null) return "–";
    if (value === null) return kind === "share" ? format.number(count) : "–";
    return (
      <>
        {kind === "share" ? format.percent(value) : showMean(format, value, n)}
        {letters && <b className="ms-1.5 font-semibold">{letters}</b>}
      </>
    );
  };
  return (
    <section className="card grid gap-4">
      <h2 className="text-[20px]">{title}</h2>
      <NumberTable
        caption={t("findings.crosstab")}
        head={[
          t("findings.head_answer"),
          t("findings.crosstab_total"),
          ...table.columns.map(({ key, label, letter, isLow }) => (
            <span key={key} className="block min-w-16">
              {localized(label, locale)} <span className="font-normal text-ink-3">{letter}</span>
              {isLow && <span aria-hidden="true"> *</span>}
            </span>
          )),
        ]}
        rows={[
          ...table.rows.map(({ key, label, kind, total, cells }) => ({
            key,
            cells: [
              <span key="label" className="block min-w-24 break-words" dir="auto">
                {localized(label, locale)}
              </span>,
              shown(total, kind, table.n),
              ...cells.map((cell, index) => shown(cell, kind, table.columns[index]!.n ?? 0)),
            ],
          })),
          { key: "n", cells: [t("findings.crosstab_base"), format.number(table.n), ...table.columns.map(({ n }) => (n === null ? "–" : format.number(n)))] },
        ]}
      />
      <div className="grid max-w-[90ch] gap-1 text-note text-ink-3">
        {table.hidden > 0 && <p>{t("findings.crosstab_hidden", { count: table.hidden })}</p>}
        <p>
          {t("findings.crosstab_letters", {
            alpha: format.number(alpha, 2),
            wide: format.number(Math.max(0.1, alpha), 2),
            smallest: smallestBase,
            adjustment: t(isAdjusted ? "findings.crosstab_adjusted" : "findings.crosstab_unadjusted"),
          })}
        </p>
        {table.columns.some(({ isLow }) => isLow) && <p>{t("reports.low_base_note", { low: lowBase })}</p>}
      </div>
    </section>
  );
};
