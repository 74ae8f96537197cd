// The tables on the screen as lines: one for each column of each row, with its base, its letters and the p of its row.
import type { Context } from "~/core/context";
import { localized } from "~/core/locale";
import { translatorFor } from "~/i18n/strings.server";
import type { getCrosstab } from "./get-crosstab.server";
import type { Crosstab, CrosstabBase, CrosstabCell } from "./crosstab";

type Cell = string | number | null;
type Page = Awaited<ReturnType<typeof getCrosstab>>;

const columns = ["about", "by", "column", "letter", "row", "measure", "value", "count", "n", "effective", "letters", "p"] as const;

export const crosstabLines = ({ locale }: Context, { tables, prototypes, segment, notes, text }: Page): { header: string[]; rows: Cell[][] } => {
  const t = translatorFor(locale);
  const linesOf = ({ about, rows, points, total }: Crosstab): Cell[][] => {
    const topic = about === null ? "" : (prototypes.find(({ code }) => code === about)?.name ?? about);
    return rows.flatMap((row) => {
      const line = (by: string, column: string, letter: string, { count, value, letters }: CrosstabCell, base: CrosstabBase, p: number | null): Cell[] => [
        topic,
        by,
        column,
        letter,
        localized(row.label, locale),
        t(`crosstabs.measure_${row.kind}`),
        value,
        count,
        base.n,
        base.effectiveN,
        letters,
        p,
      ];
      return [
        line("", t(segment ? "crosstabs.total_segment" : "crosstabs.total"), "", row.total, total, null),
        ...points.flatMap((point, at) =>
          point.columns.map((column, index) =>
            line(localized(point.label, locale), localized(column.label, locale), column.letter, row.points[at]!.cells[index]!, column, row.points[at]!.p),
          ),
        ),
      ];
    });
  };
  const about = [localized(text, locale), ...(segment ? [t("crosstabs.only", { name: segment.name })] : []), ...notes.map((note) => localized(note, locale))];
  return {
    header: columns.map((name) => t(`crosstabs.csv_${name}`)),
    rows: [...tables.flatMap(linesOf), ...about.map((words): Cell[] => [t("crosstabs.csv_notes"), words])],
  };
};
