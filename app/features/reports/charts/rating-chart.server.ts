// The geometry of a rating question: a dot with its interval for every prototype, and how the answers spread over the scale.
import { scaleLinear } from "d3-scale";
import type { RatingAnalysis, RatingRow, RatingScale } from "../rating-result";
import { smallestBase } from "../report";
import type { Band, Bar, Dot, RatingChart } from "./chart";

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Codes from worst to best in up to five bands: the boxes at the ends, the middle, and what lies between. */
export const bandsOf = ({ min, max, highIsGood, topBoxes, bottomBoxes }: RatingScale): { band: Band; codes: number[] }[] => {
  const codes = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  if (!highIsGood) codes.reverse();
  const isTop = (code: number) => topBoxes.includes(code);
  const isBottom = (code: number) => bottomBoxes.includes(code);
  const middle = codes.length % 2 === 1 ? codes[(codes.length - 1) / 2] : undefined;
  const half = (codes.length - 1) / 2;
  const bandOf = (code: number, index: number): Band => {
    if (isTop(code)) return 4;
    if (isBottom(code)) return 0;
    if (code === middle) return 2;
    return index < half ? 1 : 3;
  };
  const bands = ([0, 1, 2, 3, 4] as const).map((band) => ({ band, codes: codes.filter((code, index) => bandOf(code, index) === band) }));
  return bands.filter((entry) => entry.codes.length > 0);
};

const spanOf = (codes: number[]): string => {
  const [low, high] = [Math.min(...codes), Math.max(...codes)];
  const isRun = high - low + 1 === codes.length;
  return low === high ? String(low) : isRun ? `${low}–${high}` : codes.join(", ");
};

/** Whole points around everything that is drawn, at least three of them, inside the scale. */
const domainOf = (rows: readonly RatingRow[], { min, max }: RatingScale): [number, number] => {
  const values = rows.flatMap(({ mean, interval }) => (mean === null ? [] : [mean, interval?.lower ?? mean, interval?.upper ?? mean]));
  let low = Math.max(min, Math.floor(Math.min(...values)));
  let high = Math.min(max, Math.ceil(Math.max(...values)));
  while (high - low < Math.min(3, max - min)) {
    if (low > min) low -= 1;
    if (high < max) high += 1;
  }
  return [low, high];
};

const dotsOf = (rating: RatingAnalysis): Pick<RatingChart, "dots" | "ticks"> => {
  const rows = rating.rows.filter((row): row is RatingRow & { mean: number } => row.mean !== null);
  if (rows.length === 0) return { dots: [], ticks: [] };
  const domain = domainOf(rows, rating.scale);
  const x = scaleLinear().domain(domain).range([2, 98]).clamp(true);
  const lettersOf = (code: string) =>
    rating.comparison.kind === "none" ? "" : (rating.comparison.letters.find((entry) => entry.code === code)?.letters ?? "");
  const step = domain[1] - domain[0] > 12 ? 10 : domain[1] - domain[0] > 7 ? 2 : 1;
  const ticks = Array.from({ length: domain[1] - domain[0] + 1 }, (_, index) => domain[0] + index).filter((value) => (value - domain[0]) % step === 0);
  return {
    ticks: ticks.map((value) => ({ at: rounded(x(value)), value })),
    dots: rows
      .map((row): Dot => {
        const from = row.interval ? rounded(x(row.interval.lower)) : null;
        const to = row.interval ? rounded(x(row.interval.upper)) : null;
        const at = rounded(x(row.mean));
        const writes = (to ?? at) < 74 ? "after" : (from ?? at) > 26 ? "before" : "above";
        return { code: row.code, mean: row.mean, n: row.n, letters: lettersOf(row.code), at, from, to, writes };
      })
      .sort((a, b) => (rating.scale.highIsGood ? b.mean - a.mean : a.mean - b.mean)),
  };
};

/** Bars of one hundred percent, shifted so that their middles lie below each other. */
const barsOf = (rating: RatingAnalysis, order: string[]): Pick<RatingChart, "bars" | "bands" | "middle"> => {
  const bands = bandsOf(rating.scale);
  const rows = rating.rows.filter(({ n }) => n >= smallestBase).sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  const shares = rows.map((row) =>
    bands.map(({ band, codes }) => {
      const count = codes.reduce((sum, code) => sum + row.counts[code - rating.scale.min]!, 0);
      return { band, count, share: count / row.n };
    }),
  );
  const leftOf = (parts: (typeof shares)[number]) => parts.reduce((sum, { band, share }) => sum + (band < 2 ? share : band === 2 ? share / 2 : 0), 0);
  const lefts = shares.map(leftOf);
  const left = Math.max(0, ...lefts);
  const right = Math.max(0, ...lefts.map((own) => 1 - own));
  const x = scaleLinear().domain([-left, right]).range([0, 100]);
  const bars = rows.map(({ code, n }, index): Bar => {
    let from = -lefts[index]!;
    const segments = shares[index]!.map(({ band, count, share }) => {
      const start = x(from);
      from += share;
      return { band, count, share, from: rounded(start), width: rounded(x(from) - start) };
    });
    return { code, n, segments };
  });
  return { bars, bands: bands.map(({ band, codes }) => ({ band, codes: spanOf(codes) })), middle: rows.length > 1 ? rounded(x(0)) : null };
};

export const drawRating = (rating: RatingAnalysis): RatingChart => {
  const { dots, ticks } = dotsOf(rating);
  return {
    dots,
    ticks,
    ...barsOf(
      rating,
      dots.map(({ code }) => code),
    ),
  };
};
