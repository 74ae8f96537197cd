// A crosstab as a table: the total first, groups across beside each other, answers down, letters beside the numbers. The answers stay in sight.
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";
import { showCell } from "../numbers";
import { smallestGroup } from "../report";
import type { Crosstab, CrosstabBase, CrosstabCell, CrosstabRow } from "./crosstab";

const none = "–";
/** The first column stands still while the others move below it. */
const still = "sticky start-0 z-10 bg-surface";
const begins = "border-s border-line ps-4!";

const Cell = ({ cell, kind, n }: { cell: CrosstabCell; kind: CrosstabRow["kind"]; n: number }) => {
  const format = useFormat();
  const { count, value, letters } = cell;
  if (count === null) return none;
  if (value === null) return kind === "share" ? format.number(count) : none;
  return (
    <>
      {showCell(format, { kind, value, n }, value)}
      {letters && <b className="ms-1.5 font-semibold">{letters}</b>}
    </>
  );
};

const Head = ({ table, hasP, isSegment }: { table: Crosstab; hasP: boolean[]; isSegment: boolean }) => {
  const t = useT();
  const locale = useLocale();
  const low = (isLow: boolean) => isLow && <span aria-hidden="true"> *</span>;
  return (
    <thead>
      <tr>
        <td className={still} />
        <td />
        {table.points.map(({ key, label, columns }, at) => (
          <th key={key} scope="colgroup" colSpan={columns.length + (hasP[at] ? 1 : 0) || 1} className={`${begins} text-start! whitespace-normal`} dir="auto">
            {localized(label, locale)}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col" className={still}>
          {t("crosstabs.answers_of")}
        </th>
        <th scope="col" className="text-end!">
          {t(isSegment ? "crosstabs.total_segment" : "crosstabs.total")}
          {low(table.total.isLow)}
        </th>
        {table.points.map(({ key, columns }, at) => [
          ...columns.map((column, index) => (
            <th key={`${key} ${column.key}`} scope="col" className={`text-end! align-bottom ${index === 0 ? begins : ""}`}>
              <span className="block min-w-16 break-words whitespace-normal" dir="auto">
                {localized(column.label, locale)} <span className="font-normal text-ink-3">{column.letter}</span>
                {low(column.isLow)}
              </span>
            </th>
          )),
          columns.length === 0 && !hasP[at] ? <td key={`${key} none`} className={begins} /> : null,
          hasP[at] ? (
            <th key={`${key} p`} scope="col" className={`text-end! font-normal! ${columns.length === 0 ? begins : ""}`}>
              {t("crosstabs.row_p")}
            </th>
          ) : null,
        ])}
      </tr>
    </thead>
  );
};

/** A line of bases: people, or how many equally weighted ones would tell as much. */
const Bases = ({ table, hasP, label, valueOf }: { table: Crosstab; hasP: boolean[]; label: string; valueOf: (base: CrosstabBase) => string }) => (
  <tr>
    <th scope="row" className={`${still} text-ink-2!`}>
      {label}
    </th>
    <td className="text-end! text-ink-2">{valueOf(table.total)}</td>
    {table.points.map(({ key, columns }, at) => [
      ...columns.map((column, index) => (
        <td key={`${key} ${column.key}`} className={`text-end! text-ink-2 ${index === 0 ? begins : ""}`}>
          {valueOf(column)}
        </td>
      )),
      columns.length === 0 ? <td key={`${key} none`} className={begins} /> : null,
      hasP[at] && columns.length > 0 ? <td key={`${key} p`} /> : null,
    ])}
  </tr>
);

type Props = { table: Crosstab; title: string; caption: string; isSegment: boolean };

export const CrosstabTable = ({ table, title, caption, isSegment }: Props) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  if (table.state !== "shown") return <p className="card">{t(`crosstabs.${table.state}`, { group: smallestGroup })}</p>;
  const hasP = table.points.map((_, at) => table.rows.some(({ points }) => points[at]!.p !== null));
  return (
    <section className="card grid min-w-0 gap-3">
      <h2 className="text-[20px] break-words" dir="auto">
        {title}
      </h2>
      <WideTable label={caption}>
        <table className="crosstab table num [&_td]:py-1.5 [&_td]:text-note [&_th]:py-1.5 [&_th]:align-bottom">
          <caption className="pb-1 text-start text-note font-semibold text-ink-2">{caption}</caption>
          <Head table={table} hasP={hasP} isSegment={isSegment} />
          <tbody>
            {table.rows.map(({ key, label, kind, total, points }) => (
              <tr key={key}>
                <th scope="row" className={`${still} text-ink!`}>
                  <span className="block max-w-40 min-w-20 break-words min-[860px]:max-w-72" dir="auto">
                    {localized(label, locale)}
                  </span>
                </th>
                <td className="text-end! whitespace-nowrap">
                  <Cell cell={total} kind={kind} n={table.total.n} />
                </td>
                {points.map(({ cells, p }, at) => [
                  ...cells.map((cell, index) => (
                    <td key={`${at} ${index}`} className={`text-end! whitespace-nowrap ${index === 0 ? begins : ""}`}>
                      <Cell cell={cell} kind={kind} n={table.points[at]!.columns[index]!.n} />
                    </td>
                  )),
                  cells.length === 0 ? (
                    <td key={`${at} none`} className={begins}>
                      {none}
                    </td>
                  ) : null,
                  hasP[at] && cells.length > 0 ? (
                    <td key={`${at} p`} className="text-end! whitespace-nowrap text-ink-3">
                      {p === null ? none : showCell(format, { kind: "p", value: p }, p)}
                    </td>
                  ) : null,
                ])}
              </tr>
            ))}
            <Bases table={table} hasP={hasP} label={t("crosstabs.row_n")} valueOf={({ n }) => format.number(n)} />
            {table.total.effectiveN !== null && (
              <Bases
                table={table}
                hasP={hasP}
                label={t("crosstabs.row_effective")}
                valueOf={({ effectiveN }) => (effectiveN === null ? none : format.number(effectiveN, 1))}
              />
            )}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
};
