// How many complain against how much less they like it; the shaded corner is where both count.
import { localized } from "~/core/locale";
import { useFormat, useLocale } from "~/i18n/language";
import type { PenaltyChart, PenaltyPoint } from "../../charts/chart";
import { mostOfName, shortened } from "../../exports/chart-names";
import type { JustAboutRightBlock } from "./result";

export const useComplaint = (block: JustAboutRightBlock): ((key: string, side: "low" | "high") => string) => {
  const locale = useLocale();
  return (key, side) => {
    const attribute = block.attributes.find((entry) => entry.key === key)!;
    return localized(side === "low" ? attribute.tooLittle : attribute.tooMuch, locale);
  };
};

/** A drawing of its own at the point, in pixels, so that the name keeps its distance at every width. */
const Point = ({ point: { x, y, label, isFlagged, isTested }, name }: { point: PenaltyPoint; name: string }) => {
  const towards = label?.side === "before" ? -1 : 1;
  return (
    <svg x={`${x}%`} y={y} overflow="visible">
      {label && label.down !== 0 && <line x1={0} y1={0} x2={towards * 10} y2={label.down} className="stroke-line-2" />}
      <circle
        r={isFlagged ? 7.5 : 5.5}
        strokeWidth={2}
        className={isFlagged ? "fill-ochre-5 stroke-ochre-5" : isTested ? "fill-teal-3 stroke-teal-3" : "fill-surface stroke-teal-3"}
      />
      {label && (
        <text
          x={towards * 12}
          y={label.down + 4}
          textAnchor={label.side === "before" ? "end" : "start"}
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
          className={isFlagged ? "fill-ink stroke-brick-tint text-[12.5px] font-semibold" : "fill-ink-2 stroke-surface text-[12.5px]"}
        >
          {shortened(name, mostOfName)}
        </text>
      )}
    </svg>
  );
};

export const PenaltyPlot = ({ block, chart, label }: { block: JustAboutRightBlock; chart: PenaltyChart; label: string }) => {
  const format = useFormat();
  const complaint = useComplaint(block);
  const bottom = chart.height - 26;
  return (
    <svg role="img" aria-label={label} width="100%" height={chart.height} className="block overflow-visible">
      <rect x={`${chart.shareLine}%`} y={8} width={`${100 - chart.shareLine}%`} height={Math.max(0, chart.dropLine - 8)} rx={8} className="fill-brick-tint" />
      {chart.dropTicks.map(({ at, value }) => (
        <g key={value}>
          <line x1="0" x2="100%" y1={at} y2={at} className="stroke-line" />
          <text x={0} y={at - 4} className="fill-ink-2 text-[12px]">
            {value > 0 ? `−${format.number(value)}` : format.number(Math.abs(value))}
          </text>
        </g>
      ))}
      <line x1={`${chart.shareLine}%`} x2={`${chart.shareLine}%`} y1={8} y2={bottom} strokeDasharray="4 5" className="stroke-ochre-5" />
      <line x1="0" x2="100%" y1={chart.dropLine} y2={chart.dropLine} strokeDasharray="4 5" className="stroke-ochre-5" />
      {chart.shareTicks.map(({ at, value }) => (
        <text key={value} x={`${at}%`} y={chart.height - 8} textAnchor={value === 0 ? "start" : "middle"} className="fill-ink-2 text-[12px]">
          {format.percent(value)}
        </text>
      ))}
      {chart.points.map((point) => (
        <Point key={`${point.key} ${point.side}`} point={point} name={complaint(point.key, point.side)} />
      ))}
    </svg>
  );
};
