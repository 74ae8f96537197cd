// A dot with its interval for each prototype, the best first. Everything across is in percent, so letters keep their size on a phone.
import { useFormat } from "~/i18n/language";
import type { RatingChart } from "../charts/chart";
import { showMean } from "../numbers";
import { lowBase } from "../report";
import { ChartNames } from "./chart-names";

const rowHeight = 36;
const axis = 24;

export const DotPlot = ({ chart: { dots, ticks }, label }: { chart: RatingChart; label: string }) => {
  const format = useFormat();
  const bottom = dots.length * rowHeight;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <ChartNames rows={dots} height={rowHeight} />
      <svg role="img" aria-label={label} width="100%" height={bottom + axis} className="block overflow-visible">
        {ticks.map(({ at, value }) => (
          <g key={value}>
            <line x1={`${at}%`} x2={`${at}%`} y1={0} y2={bottom + 4} className="stroke-line" />
            <text x={`${at}%`} y={bottom + 20} textAnchor="middle" className="fill-ink-2 text-[12.5px]">
              {format.number(value)}
            </text>
          </g>
        ))}
        {dots.map((dot, index) => {
          const y = (index + 0.5) * rowHeight;
          const written = `${showMean(format, dot.mean, dot.n)}${dot.letters ? ` ${dot.letters}` : ""}`;
          const edge = dot.writes === "before" ? (dot.from ?? dot.at) : dot.writes === "after" ? (dot.to ?? dot.at) : dot.at;
          return (
            <g key={dot.code}>
              {dot.from !== null && dot.to !== null && (
                <line x1={`${dot.from}%`} x2={`${dot.to}%`} y1={y} y2={y} strokeWidth={3} strokeLinecap="round" className="stroke-teal-5" />
              )}
              <circle
                cx={`${dot.at}%`}
                cy={y}
                r={6.5}
                strokeWidth={2.5}
                className={dot.n < lowBase ? "fill-surface stroke-teal-5" : "fill-teal-5 stroke-teal-5"}
              />
              <text
                x={`${edge}%`}
                y={dot.writes === "above" ? y - 10 : y + 4.5}
                dx={dot.writes === "after" ? 11 : dot.writes === "before" ? -11 : 0}
                textAnchor={dot.writes === "after" ? "start" : dot.writes === "before" ? "end" : "middle"}
                className="fill-ink text-[12.5px] font-semibold"
              >
                {written}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
};
