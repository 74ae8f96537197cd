// Prototypes and words in one plane. Everything is in percent of a frame of fixed proportions, so that distances stay true and letters keep their size.
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { placeLabels, type Label } from "../charts/place-labels";
import { mostOfName, shortened } from "../exports/chart-names";
import type { ResultChart } from "../question-result";

type MapChart = Extract<ResultChart, { kind: "map" }>;

/** The width that names are kept apart at, about how wide a letter is, and the room around the points. */
const width = 680;
const letter = 6.6;
const around = { across: 70, down: 26 };
/** On a narrow screen names are placed anew, and are shorter. */
const onPhones = { width: 290, mostOfName: 16 };

/** Pixels of the frame: one scale for both axes, the widest spread across. */
const layOut = (points: readonly { x: number; y: number }[]) => {
  const [xs, ys] = [
    [0, ...points.map(({ x }) => x)],
    [0, ...points.map(({ y }) => y)],
  ];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * around.across) / Math.max(right - left, 1e-9), 420 / Math.max(high - low, 1e-9));
  const margin = (width - (right - left) * scale) / 2;
  return { height: (high - low) * scale + 2 * around.down, x: (x: number) => (x - left) * scale + margin, y: (y: number) => (high - y) * scale + around.down };
};

const Name = ({ point, place, className }: { point: { name: string; isPrototype: boolean }; place: Label | undefined; className: string }) => {
  if (!place) return null;
  const towards = place.side === "before" ? -1 : 1;
  return (
    <g className={className}>
      {place.down !== 0 && <line x1={0} y1={0} x2={towards * 10} y2={place.down} className="stroke-line-2" />}
      <text
        x={towards * 12}
        y={place.down + 4}
        textAnchor={place.side === "before" ? "end" : "start"}
        className={point.isPrototype ? "fill-ink text-[12.5px] font-semibold" : "fill-ink-2 text-[12.5px]"}
      >
        {point.name}
      </text>
    </g>
  );
};

export const MapPlot = ({ chart, label }: { chart: MapChart; label: string }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { height, x, y } = layOut(chart.points);
  const points = chart.points.map((point) => {
    const name = shortened(localized(point.label, locale), mostOfName);
    return { ...point, name, x: x(point.x), y: y(point.y), width: name.length * letter, distance: Math.hypot(point.x, point.y) };
  });
  const order = points.toSorted((a, b) => Number(b.isPrototype) - Number(a.isPrototype) || b.distance - a.distance);
  const labels = placeLabels(order, points, { right: width, top: 0, bottom: height });
  const shrink = onPhones.width / width;
  const small = order.map((point) => {
    const name = shortened(point.name, onPhones.mostOfName);
    return { ...point, name, x: point.x * shrink, y: point.y * shrink, width: name.length * letter };
  });
  const phoneLabels = placeLabels(small, small, { right: onPhones.width, top: -8, bottom: height * shrink + 8 });
  const isEveryNamed = order.every((point) => labels.has(point));
  const [across, down] = [(at: number) => `${((at / width) * 100).toFixed(2)}%`, (at: number) => `${((at / height) * 100).toFixed(2)}%`];
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-note text-ink-2">
        <span className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={14} height={14} className="flex-none">
            <circle cx={7} cy={7} r={6} className="fill-teal-5" />
          </svg>
          {t("findings.map_prototype")}
        </span>
        <span className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={14} height={14} className="flex-none">
            <path d="M7 2L12 12H2Z" strokeWidth={1.5} className="fill-surface stroke-ochre-5" />
          </svg>
          {t("findings.map_word")}
        </span>
        <span>{t("findings.map_axes", { across: format.percent(chart.axes[0]), up: format.percent(chart.axes[1]) })}</span>
        <span className={isEveryNamed ? "sm:hidden" : ""}>{t("findings.map_unnamed")}</span>
      </p>
      <svg role="img" aria-label={label} width="100%" className="block overflow-visible" style={{ aspectRatio: `${width} / ${Math.round(height)}` }}>
        <line x1={across(x(0))} x2={across(x(0))} y1="0" y2="100%" strokeDasharray="2 4" className="stroke-ink-3" />
        <line x1="0" x2="100%" y1={down(y(0))} y2={down(y(0))} strokeDasharray="2 4" className="stroke-ink-3" />
        {order.toReversed().map((point) => {
          const phone = small[order.indexOf(point)]!;
          return (
            <svg key={point.key} x={across(point.x)} y={down(point.y)} overflow="visible">
              {point.isPrototype ? (
                <circle r={6.5} className="fill-teal-5" />
              ) : (
                <path d="M0 -5L5 4H-5Z" strokeWidth={1.5} className="fill-surface stroke-ochre-5" />
              )}
              <Name point={point} place={labels.get(point)} className="max-sm:hidden" />
              <Name point={phone} place={phoneLabels.get(phone)} className="sm:hidden" />
            </svg>
          );
        })}
      </svg>
    </>
  );
};
