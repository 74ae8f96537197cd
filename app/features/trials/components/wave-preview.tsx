import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";

type Cell = { id: number; name: LocalizedText; target: number; accepted: number; offered: number; fitting: number };
type Preview = { free: number; canBeChosen: number; applied: number; waiting: number; cells: readonly Cell[] };

/** What a draw would find now: who waits, how many places are left, and how many of them could be filled. */
export const WavePreview = ({ preview }: { preview: Preview }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const figures = [
    ["fieldwork.new_applications", preview.applied],
    ["fieldwork.waiting_list", preview.waiting],
    ["fieldwork.free_places", preview.free],
    ["fieldwork.can_be_filled", preview.canBeChosen],
  ] as const;
  return (
    <>
      <dl className="num grid grid-cols-2 gap-3 sm:grid-cols-4">
        {figures.map(([key, value]) => (
          <div key={key} className="flex flex-col-reverse justify-end">
            <dt className="text-note leading-tight text-ink-3">{t(key)}</dt>
            <dd className="text-[22px] font-bold">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <WideTable label={t("fieldwork.quotas")}>
        <table className="table num">
          <thead>
            <tr>
              <th scope="col">{t("fieldwork.cell")}</th>
              <th scope="col">{t("fieldwork.cell_left")}</th>
              <th scope="col">{t("fieldwork.cell_fitting")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.cells.map((cell) => (
              <tr key={cell.id}>
                <th scope="row" className="text-ink!">
                  {localized(cell.name, locale)}
                </th>
                <td>{t("fieldwork.of", { done: Math.max(0, cell.target - cell.accepted - cell.offered), total: cell.target })}</td>
                <td>{format.number(cell.fitting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
};
