// Values with their intervals, one line each. Across everything is in percent, so letters keep their size on a phone.
import { localized } from "~/core/locale";
import { useFormat, useLocale } from "~/i18n/language";
import type { ResultChart } from "../question-result";
import { lowBase } from "../report";
import { showInChart } from "../numbers";

type Intervals = Extract<ResultChart, { kind: "intervals" }>;

const rowHeight = 36;
const axis = 24;

export const acrossOf =
  ([low, high]: [number, number]) =>
  (value: number): number =>
    2 + 96 * Math.min(1, Math.max(0, high > low ? (value - low) / (high - low) : 0.5));

const ticksOf = ([low, high]: [number, number], unit: Intervals["unit"]): number[] => {
  const steps = unit === "share" ? [0.05, 0.1, 0.25, 0.5] : [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 500, 1000, 10_000, 100_000];
  const step = steps.find((each) => (high - low) / each <= 5) ?? (high - low) / 4;
  const first = Math.ceil(low / step - 1e-9);
  return step > 0 ? Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, index) => (first + index) * step) : [];
};

export const IntervalPlot = ({ chart, label }: { chart: Intervals; label: string }) => {
  const format = useFormat();
  const locale = useLocale();
  const x = acrossOf(chart.domain);
  const bottom = chart.rows.length * rowHeight;
  const tick = (value: number) => (chart.unit === "share" ? format.percent(value) : format.number(value, Number.isInteger(value) ? 0 : 1)).replace(/^-/, "−");
  return (
    <div className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-3">
      <ol aria-hidden="true" className="max-w-[150px] text-[12.5px] leading-[15px] font-semibold sm:max-w-[220px]">
        {chart.rows.map(({ key, label: name, n }) => (
          <li key={key} className="flex items-center" style={{ height: rowHeight }}>
            <span className="line-clamp-2 wrap-anywhere" dir="auto">
              {localized(name, locale)}
              {n < lowBase && <span className="font-normal text-ink-3"> * n = {format.number(n)}</span>}
            </span>
          </li>
        ))}
      </ol>
      <svg role="img" aria-label={label} width="100%" height={bottom + axis} className="block overflow-visible">
        {ticksOf(chart.domain, chart.unit).map((value, index) => (
          <g key={value}>
            <line x1={`${x(value)}%`} x2={`${x(value)}%`} y1={0} y2={bottom + 4} className="stroke-line" />
            <text
              x={`${x(value)}%`}
              y={bottom + 20}
              textAnchor={x(value) > 94 ? "end" : "middle"}
              className={`fill-ink-2 text-[12.5px] ${index % 2 === 1 ? "max-[640px]:hidden" : ""}`}
            >
              {tick(value)}
            </text>
          </g>
        ))}
        {chart.line !== null && (
          <line x1={`${x(chart.line)}%`} x2={`${x(chart.line)}%`} y1={0} y2={bottom + 4} strokeDasharray="2 4" className="stroke-ink-3" />
        )}
        {chart.rows.map(({ key, n, value, bounds, letters }, index) => {
          const y = (index + 0.5) * rowHeight;
          const [at, from, to] = [x(value), bounds ? x(bounds.lower) : x(value), bounds ? x(bounds.upper) : x(value)];
          const side = to < 74 ? "after" : from > 26 ? "before" : "above";
          const edge = side === "before" ? from : side === "after" ? to : at;
          return (
            <g key={key}>
              {bounds && <line x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} strokeWidth={3} strokeLinecap="round" className="stroke-teal-5" />}
              <circle cx={`${at}%`} cy={y} r={6.5} strokeWidth={2.5} className={n < lowBase ? "fill-surface stroke-teal-5" : "fill-teal-5 stroke-teal-5"} />
              <text
                x={`${edge}%`}
                y={side === "above" ? y - 10 : y + 4.5}
                dx={side === "after" ? 11 : side === "before" ? -11 : 0}
                textAnchor={side === "after" ? "start" : side === "before" ? "end" : "middle"}
                className="fill-ink text-[12.5px] font-semibold"
              >
                {`${showInChart(format, chart, value, n)}${letters ? ` ${letters}` : ""}`}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
};
