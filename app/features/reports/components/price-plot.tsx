// The four price curves as steps, with the prices at which they cross.
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import type { ResultChart } from "../question-result";

type Prices = Extract<ResultChart, { kind: "prices" }>;

const height = 240;
const top = 10;
const bottom = height - 26;
const strokes = { too_cheap: "stroke-teal-3", cheap: "stroke-teal-5", expensive: "stroke-ochre-3", too_expensive: "stroke-ochre-5" } as const;
const dashes = { too_cheap: "5 4", cheap: undefined, expensive: undefined, too_expensive: "5 4" } as const;

export const PricePlot = ({ chart, label }: { chart: Prices; label: string }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const [low, high] = [chart.prices[0] ?? 0, chart.prices.at(-1) ?? 1];
  const x = (price: number) => (high > low ? ((price - low) / (high - low)) * 100 : 50);
  const y = (share: number) => bottom - share * (bottom - top);
  // The drawing is stretched across; lines keep their width.
  const pathOf = (shares: readonly number[]) =>
    shares.map((share, index) => (index === 0 ? `M${x(chart.prices[0]!)} ${y(share)}` : `H${x(chart.prices[index]!)}V${y(share)}`)).join("");
  return (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-note text-ink-2">
        {chart.curves.map(({ name }) => (
          <li key={name} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width={22} height={8} className="flex-none">
              <line x1={0} x2={22} y1={4} y2={4} strokeWidth={3} strokeDasharray={dashes[name]} className={strokes[name]} />
            </svg>
            {t(`findings.price_${name}`)}
          </li>
        ))}
      </ul>
      <div className="ps-9">
        <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share}>
              <line x1="0%" x2="100%" y1={y(share)} y2={y(share)} className="stroke-line" />
              <text x={-6} y={y(share) + 4} textAnchor="end" className="fill-ink-2 text-[12px]">
                {format.percent(share)}
              </text>
            </g>
          ))}
          <svg x="0" y="0" width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
            {chart.curves.map(({ name, shares }) => (
              <path
                key={name}
                d={pathOf(shares)}
                fill="none"
                strokeWidth={2.5}
                strokeDasharray={dashes[name]}
                vectorEffect="non-scaling-stroke"
                className={strokes[name]}
              />
            ))}
          </svg>
          {chart.points.map(({ label: name, price, share }) => (
            <g key={name.en}>
              <circle cx={`${x(price)}%`} cy={y(share)} r={5} strokeWidth={2.5} className="fill-surface stroke-ink" />
            </g>
          ))}
          {[low, (low + high) / 2, high].map((price, index) => (
            <text
              key={price}
              x={`${x(price)}%`}
              y={bottom + 20}
              textAnchor={index === 0 ? "start" : index === 2 ? "end" : "middle"}
              className="fill-ink-2 text-[12.5px]"
            >
              {format.number(price)}
            </text>
          ))}
        </svg>
      </div>
      <dl className="mt-3 grid gap-x-6 gap-y-1 text-label sm:grid-cols-2">
        {chart.points.map(({ label: name, price }) => (
          <div key={name.en} className="flex flex-wrap justify-between gap-x-3">
            <dt className="text-ink-2">{localized(name, locale)}</dt>
            <dd className="num font-semibold">{`${format.number(price)} ${chart.currency}`}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
