// One finding: its title, the question and base below it, the chart, the same numbers as a table, and how they were made.
import type { ReactNode } from "react";
import { useT } from "~/i18n/language";
import { breaksAnywhere, unbroken } from "~/ui/unbroken";
import { WideTable } from "~/ui/wide-table";

const onOneLine = (text: ReactNode): ReactNode => (typeof text === "string" ? unbroken(text) : text);

export const Figure = ({
  title,
  sub,
  note,
  table,
  others,
  children,
  level = 2,
}: {
  title: ReactNode;
  sub?: ReactNode;
  note?: ReactNode;
  table?: ReactNode;
  /** The same answers by other methods. */
  others?: ReactNode;
  children?: ReactNode;
  level?: 2 | 3;
}) => {
  const t = useT();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="card flex min-w-0 flex-col gap-1.5">
      <figcaption className="grid gap-1">
        <Heading className={level === 2 ? "text-[20px]" : undefined}>{onOneLine(title)}</Heading>
        {sub && <p className="text-label text-ink-2">{onOneLine(sub)}</p>}
      </figcaption>
      <div className="mt-3">{children}</div>
      <div className="mt-auto grid gap-2 pt-2">
        {table && (
          <details className="report-table">
            <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("reports.as_table")}</summary>
            <div className="grid gap-5 pt-2">{table}</div>
          </details>
        )}
        {others && (
          <details className="report-table">
            <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("reports.other_ways")}</summary>
            <div className="grid gap-5 pt-2">{others}</div>
          </details>
        )}
        {note && <div className="grid gap-1 border-t border-line pt-2.5 text-note text-ink-3">{note}</div>}
      </div>
    </figure>
  );
};

type Table = {
  caption: string;
  /** For a table under a heading that says the same. */
  isCaptionHidden?: boolean;
  /** Many narrow columns that are read across: they scroll on a phone, where others put each row below the one before. */
  isGrid?: boolean;
  /** Cells with intervals: two columns of them are more than a phone has room for. */
  hasWideCells?: boolean;
  head: ReactNode[];
  rows: { key: string; cells: ReactNode[] }[];
};

/** With more columns than a phone has room for, each row becomes a block whose cells say what they are, in the words of the heading. */
const mostBeside = 3;
const stacks = ({ head, isGrid, hasWideCells }: Pick<Table, "head" | "isGrid" | "hasWideCells">): boolean =>
  !isGrid && head.length > (hasWideCells ? mostBeside - 1 : mostBeside) && head.slice(1).every((each) => typeof each === "string");
const onPhone = { stacked: "stacks", beside: "max-sm:[&_:where(th,td)]:py-1.5! max-sm:[&_:where(th,td)]:pe-2! max-sm:[&_:where(th,td):last-child]:pe-0!" };

/** A small table that scrolls inside its card where it has to. */
export const NumberTable = ({ caption, isCaptionHidden = false, isGrid, hasWideCells, head, rows }: Table) => (
  <WideTable label={caption}>
    <table
      className={`table num min-w-full sm:[&_td]:py-1.5 [&_td]:text-note sm:[&_th]:py-1.5 [&_tbody_th]:align-top [&_thead_th]:align-bottom ${stacks({ head, isGrid, hasWideCells }) ? onPhone.stacked : onPhone.beside}`}
    >
      <caption className={isCaptionHidden ? "sr-only" : "pb-1 text-start text-note font-semibold text-ink-2"}>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col" className={index === 0 ? undefined : "text-end!"}>
              {typeof cell === "string" ? <span className={`inline-block ${breaksAnywhere(cell)}`}>{cell}</span> : cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={index} scope="row" className="text-ink!">
                  {typeof cell === "string" ? (
                    <span className={`block ${breaksAnywhere(cell)}`} dir="auto">
                      {cell}
                    </span>
                  ) : (
                    cell
                  )}
                </th>
              ) : (
                <td
                  key={index}
                  data-label={typeof head[index] === "string" && head[index] ? head[index] : undefined}
                  // An interval goes below its number where there is no room beside it.
                  className={hasWideCells ? "text-end!" : "text-end! sm:whitespace-nowrap"}
                >
                  {cell === "" ? null : <span>{cell}</span>}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </WideTable>
);
