// A dot with its interval for each prototype, the best first. Everything across is in percent, so letters keep their size on a phone.
import { useFormat } from "~/i18n/language";
import type { RatingChart } from "../charts/chart";
import { showMean } from "../numbers";
import { useNameOf } from "./prototype-names";

const rowHeight = 42;
const axis = 26;
const text = "text-[12.5px] fill-ink-2";
const strong = "text-[12.5px] font-semibold fill-ink";

export const DotPlot = ({ chart: { dots, ticks }, label }: { chart: RatingChart; label: string }) => {
  const format = useFormat();
  const nameOf = useNameOf();
  const height = dots.length * rowHeight + axis;
  return (
    <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
      {ticks.map(({ at, value }) => (
        <g key={value}>
          <line x1={`${at}%`} x2={`${at}%`} y1={4} y2={height - axis + 4} className="stroke-line" />
          <text x={`${at}%`} y={height - 6} textAnchor="middle" className={text}>
            {format.number(value)}
          </text>
        </g>
      ))}
      {dots.map((dot, index) => {
        const y = index * rowHeight + 29;
        const written = `${showMean(format, dot.mean, dot.n)}${dot.letters ? ` ${dot.letters}` : ""}`;
        const edge = dot.writes === "before" ? (dot.from ?? dot.at) : dot.writes === "after" ? (dot.to ?? dot.at) : dot.at;
        return (
          <g key={dot.code}>
            <text x={0} y={y - 14} className={strong}>
              {nameOf(dot.code)}
              {dot.n < 30 && <tspan className="font-normal fill-ink-3"> * n = {format.number(dot.n)}</tspan>}
            </text>
            {dot.from !== null && dot.to !== null && (
              <line x1={`${dot.from}%`} x2={`${dot.to}%`} y1={y} y2={y} strokeWidth={3} strokeLinecap="round" className="stroke-teal-5" />
            )}
            <circle cx={`${dot.at}%`} cy={y} r={6.5} strokeWidth={2.5} className={dot.n < 30 ? "fill-surface stroke-teal-5" : "fill-teal-5 stroke-teal-5"} />
            <text
              x={`${edge}%`}
              y={dot.writes === "above" ? y - 10 : y + 4.5}
              dx={dot.writes === "after" ? 11 : dot.writes === "before" ? -11 : 0}
              textAnchor={dot.writes === "after" ? "start" : dot.writes === "before" ? "end" : "middle"}
              className={strong}
            >
              {written}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
