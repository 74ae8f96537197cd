// A line per prototype down the attributes: where lines part, prototypes differ. Each line has a mark of its own shape, so colour is not needed.
import { localized } from "~/core/locale";
import { useFormat, useLocale } from "~/i18n/language";
import type { ResultChart } from "../question-result";
import { acrossOf } from "./interval-plot";
import { useNameOf } from "./prototype-names";

type Profile = Extract<ResultChart, { kind: "profile" }>;

const rowHeight = 40;
const axis = 24;
const strokes = ["stroke-teal-5", "stroke-ochre-5", "stroke-ink-3", "stroke-teal-3", "stroke-ochre-3", "stroke-ink"];
const dashes = [undefined, "7 4", "2 4", "10 3 2 3", "4 4", "1 3"];
const shapes = ["circle", "square", "diamond", "triangle"] as const;

/** Around a point at 0, 0. */
const Mark = ({ index }: { index: number }) => {
  const className = `fill-surface ${strokes[index % strokes.length]}`;
  switch (shapes[index % shapes.length]) {
    case "square":
      return <rect x={-5} y={-5} width={10} height={10} strokeWidth={2.5} className={className} />;
    case "diamond":
      return <path d="M0 -7L7 0L0 7L-7 0Z" strokeWidth={2.5} className={className} />;
    case "triangle":
      return <path d="M0 -7L7 5L-7 5Z" strokeWidth={2.5} className={className} />;
    default:
      return <circle r={5.5} strokeWidth={2.5} className={className} />;
  }
};

export const ProfilePlot = ({ chart, label }: { chart: Profile; label: string }) => {
  const format = useFormat();
  const locale = useLocale();
  const nameOf = useNameOf();
  const x = acrossOf(chart.domain);
  const bottom = chart.items.length * rowHeight;
  const y = (index: number) => (index + 0.5) * rowHeight;
  const [low, high] = chart.domain;
  return (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-note text-ink-2">
        {chart.lines.map(({ code, label: name }, index) => (
          <li key={code} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width={18} height={18} viewBox="-9 -9 18 18" className="flex-none">
              <Mark index={index} />
            </svg>
            {name ? localized(name, locale) : nameOf(code)}
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-3">
        <ol aria-hidden="true" className="max-w-[130px] text-[12.5px] leading-[15px] font-semibold sm:max-w-[220px]">
          {chart.items.map((item, index) => (
            <li key={index} className="flex items-center" style={{ height: rowHeight }}>
              <span className="line-clamp-2 wrap-anywhere" dir="auto">
                {localized(item, locale)}
              </span>
            </li>
          ))}
        </ol>
        <svg role="img" aria-label={label} width="100%" height={bottom + axis} className="block overflow-visible">
          {[low, (low + high) / 2, high].map((value) => (
            <g key={value}>
              <line x1={`${x(value)}%`} x2={`${x(value)}%`} y1={0} y2={bottom + 4} className="stroke-line" />
              <text x={`${x(value)}%`} y={bottom + 20} textAnchor="middle" className="fill-ink-2 text-[12.5px]">
                {format.number(value, Number.isInteger(value) ? 0 : 1)}
              </text>
            </g>
          ))}
          {chart.lines.map(({ code, values }, index) => {
            const points = values.flatMap((value, item) => (value === null ? [] : [{ at: x(value), y: y(item) }]));
            return (
              <g key={code}>
                {points.slice(1).map((point, item) => (
                  <line
                    key={item}
                    x1={`${points[item]!.at}%`}
                    y1={points[item]!.y}
                    x2={`${point.at}%`}
                    y2={point.y}
                    strokeWidth={2}
                    strokeDasharray={dashes[index % dashes.length]}
                    className={strokes[index % strokes.length]}
                  />
                ))}
                {points.map((point, item) => (
                  <svg key={item} x={`${point.at}%`} y={point.y} className="overflow-visible">
                    <Mark index={index} />
                  </svg>
                ))}
              </g>
            );
          })}
        </svg>
      </div>
    </>
  );
};
