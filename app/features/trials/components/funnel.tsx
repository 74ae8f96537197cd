import { useFormat, useT } from "~/i18n/language";
import type { FunnelStep } from "../fieldwork.server";

/** From applying to done: bars that are a table as well. */
export const Funnel = ({ steps, places }: { steps: readonly FunnelStep[]; places: number }) => {
  const t = useT();
  const format = useFormat();
  const widest = Math.max(places, 1, ...steps.map(({ count }) => count));
  return (
    <table className="w-full text-label">
      <caption className="sr-only">{t("fieldwork.funnel")}</caption>
      <tbody>
        {steps.map(({ key, count }) => (
          <tr key={key}>
            <th scope="row" className="w-px py-1.5 pe-4 text-start font-normal whitespace-nowrap text-ink-2">
              {t(`fieldwork.funnel_${key}`)}
            </th>
            <td className="py-1.5">
              <span aria-hidden="true" className="block h-3 overflow-hidden rounded-full bg-sunken">
                <b className="block h-full rounded-full bg-teal-5" style={{ width: `${(100 * count) / widest}%` }} />
              </span>
            </td>
            <td className="num w-px py-1.5 ps-3 text-end font-semibold">{format.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
