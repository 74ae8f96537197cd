import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";

type Cell = { id: number; name: LocalizedText; target: number; taken: number; offered: number; complete: number };

/** Quota cells with target and fill. A cell that is short says so in words. */
export const CellTable = ({ cells }: { cells: readonly Cell[] }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <WideTable label={t("fieldwork.quotas")}>
      <table className="table num">
        <thead>
          <tr>
            <th scope="col">{t("fieldwork.cell")}</th>
            <th scope="col" className="min-w-28">
              {t("fieldwork.cell_fill")}
            </th>
            <th scope="col">{t("fieldwork.cell_offered")}</th>
            <th scope="col">{t("fieldwork.cell_complete")}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => {
            const short = cell.target - cell.taken - cell.offered;
            return (
              <tr key={cell.id}>
                <th scope="row" className="font-semibold text-ink!">
                  {localized(cell.name, locale)}
                </th>
                <td>
                  {t("fieldwork.of", { done: cell.taken, total: cell.target })}
                  <span aria-hidden="true" className="mt-1 flex h-1.5 overflow-hidden rounded-full bg-sunken">
                    <b className="block bg-teal-5" style={{ width: `${(100 * cell.taken) / cell.target}%` }} />
                    <b className="block bg-teal-3" style={{ width: `${(100 * Math.min(cell.offered, cell.target - cell.taken)) / cell.target}%` }} />
                  </span>
                  {short > 0 && <span className="text-note text-turmeric-ink">{t("fieldwork.cell_short", { count: short })}</span>}
                </td>
                <td>{format.number(cell.offered)}</td>
                <td>{format.number(cell.complete)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
};
