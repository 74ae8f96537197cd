// How the answers spread over the scale: bars of one hundred percent around the middle, good answers to the right.
import { useFormat, useT } from "~/i18n/language";
import type { Band, RatingChart } from "../charts/chart";
import type { RatingScale } from "../rating-result";
import { ChartNames } from "./chart-names";

const rowHeight = 36;
const barHeight = 22;
const fills: Record<Band, string> = { 0: "fill-ochre-5", 1: "fill-ochre-3", 2: "fill-neutral-3", 3: "fill-teal-3", 4: "fill-teal-5" };
const keys: Record<Band, string> = { 0: "bg-ochre-5", 1: "bg-ochre-3", 2: "bg-neutral-3", 3: "bg-teal-3", 4: "bg-teal-5" };
const inks: Record<Band, string> = { 0: "fill-on-leaf", 1: "fill-ink", 2: "fill-ink", 3: "fill-ink", 4: "fill-on-leaf" };

const Legend = ({ chart: { bands }, scale }: { chart: RatingChart; scale: RatingScale }) => {
  const t = useT();
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-note text-ink-2">
      {bands.map(({ band, codes }) => (
        <li key={band} className="flex items-center gap-1.5">
          <i aria-hidden="true" className={`size-3 flex-none rounded-[3px] ${keys[band]}`} />
          {band === 4 && scale.topBoxes.length > 0
            ? t("reports.top_boxes", { codes })
            : band === 0 && scale.bottomBoxes.length > 0
              ? t("reports.bottom_boxes", { codes })
              : codes}
        </li>
      ))}
    </ul>
  );
};

export const SpreadBars = ({ chart, scale, label }: { chart: RatingChart; scale: RatingScale; label: string }) => {
  const format = useFormat();
  const height = chart.bars.length * rowHeight;
  return (
    <>
      <Legend chart={chart} scale={scale} />
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <ChartNames rows={chart.bars} height={rowHeight} />
        <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
          {chart.bars.map(({ code, segments }, index) => {
            const y = (index + 0.5) * rowHeight;
            return (
              <g key={code}>
                {segments.map(({ band, from, width, share }) => (
                  <g key={band}>
                    <rect
                      x={`${from}%`}
                      y={y - barHeight / 2}
                      width={`${width}%`}
                      height={barHeight}
                      className={`${fills[band]} stroke-surface`}
                      strokeWidth={1}
                    />
                    {width >= 10 && (
                      <text
                        x={`${from + width / 2}%`}
                        y={y + 4.5}
                        textAnchor="middle"
                        className={`text-[12px] font-semibold ${inks[band]} ${width < 18 ? "max-[640px]:hidden" : ""}`}
                      >
                        {format.percent(share)}
                      </text>
                    )}
                  </g>
                ))}
              </g>
            );
          })}
          {chart.middle !== null && <line x1={`${chart.middle}%`} x2={`${chart.middle}%`} y1={0} y2={height} strokeDasharray="2 4" className="stroke-ink-3" />}
        </svg>
      </div>
    </>
  );
};
