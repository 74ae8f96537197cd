// The names beside a chart: text of the page instead of the drawing, so that long ones wrap and phones keep their size.
import { useFormat } from "~/i18n/language";
import { lowBase } from "../report";
import { useNameOf } from "./prototype-names";

/** One line of `height` pixels per prototype; the drawing beside it has rows of the same height. */
export const ChartNames = ({ rows, height, top = 0 }: { rows: readonly { code: string; n: number }[]; height: number; top?: number }) => {
  const format = useFormat();
  const nameOf = useNameOf();
  return (
    <ol aria-hidden="true" className="max-w-[150px] text-[12.5px] leading-[15px] font-semibold" style={{ paddingTop: top }}>
      {rows.map(({ code, n }) => (
        <li key={code} className="flex items-center" style={{ height }}>
          <span className="line-clamp-2">
            {nameOf(code)}
            {n < lowBase && <span className="font-normal text-ink-3"> * n = {format.number(n)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
};
