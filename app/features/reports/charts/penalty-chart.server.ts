// The geometry of a penalty plot: how many complain against how much less they like it.
import { scaleLinear } from "d3-scale";
import type { JustAboutRightBlock } from "../blocks/just-about-right/result";
import type { PenaltyChart, PenaltyPoint } from "./chart";

const height = 250;
const top = 16;
const bottom = height - 26;
/** The narrowest plot that labels are kept apart in, and about how wide a letter is. */
const narrowest = 300;
const letter = 6.4;
const lineHeight = 15;
const mostLabels = 7;

const rounded = (value: number) => Math.round(value * 10) / 10;

type Unlabelled = Omit<PenaltyPoint, "label"> & { words: number };

/** Flagged points first, then those that complain most or cost most; labels move down until they touch no other. */
const placeLabels = (points: Unlabelled[], thresholds: JustAboutRightBlock["thresholds"]): PenaltyPoint[] => {
  const isWorthNaming = ({ isFlagged, share, drop }: Unlabelled) =>
    isFlagged || share >= thresholds.share || (drop >= thresholds.drop && share >= thresholds.share / 2);
  const named = points
    .filter(isWorthNaming)
    .sort((a, b) => Number(b.isFlagged) - Number(a.isFlagged) || b.share * b.drop - a.share * a.drop)
    .slice(0, mostLabels);
  const taken: { from: number; to: number; y: number }[] = [];
  const labels = new Map<Unlabelled, PenaltyPoint["label"]>();
  for (const point of named) {
    const width = ((point.words * letter + 14) / narrowest) * 100;
    const anchor = point.x + width <= 100 ? "start" : "end";
    const [from, to] = anchor === "start" ? [point.x, point.x + width] : [point.x - width, point.x];
    const isFree = (y: number) => taken.every((other) => other.to < from || other.from > to || Math.abs(other.y - y) >= lineHeight);
    const candidates = [0, -1, 1, -2, 2, -3, 3].map((step) => point.y + 4 + step * lineHeight);
    const y = candidates.find((candidate) => candidate > top && candidate < bottom && isFree(candidate));
    if (y === undefined) continue;
    taken.push({ from, to, y });
    labels.set(point, { y: rounded(y), anchor });
  }
  return points.map(({ words: _words, ...point }, index) => ({ ...point, label: labels.get(points[index]!) ?? null }));
};

export const drawPenalties = (block: JustAboutRightBlock): PenaltyChart[] => {
  const all = block.prototypes.map(({ code, cells }) => ({
    code,
    sides: cells.flatMap((cell) =>
      (["low", "high"] as const).flatMap((side) => {
        const { share, drop, isFlagged, test, n } = cell[side];
        return share === null || drop === null || n === 0 ? [] : [{ key: cell.key, side, share, drop, isFlagged, isTested: test !== null }];
      }),
    ),
  }));
  const sides = all.flatMap((entry) => entry.sides);
  if (sides.length === 0) return [];
  // All prototypes share their axes, so that the plots can be compared.
  const x = scaleLinear()
    .domain([0, Math.max(0.5, ...sides.map(({ share }) => share + 0.04))])
    .range([2, 100]);
  const tested = sides.filter(({ isTested }) => isTested).map(({ drop }) => drop);
  const y = scaleLinear()
    .domain([Math.min(0, ...tested) - 0.15, Math.max(2, ...tested) + 0.25])
    .range([bottom, top])
    .clamp(true);
  const wordsOf = (key: string, side: "low" | "high") => {
    const attribute = block.attributes.find((entry) => entry.key === key)!;
    const text = side === "low" ? attribute.tooLittle : attribute.tooMuch;
    return Math.max(text.en.length, text.id.length);
  };
  return all
    .filter((entry) => entry.sides.length > 0)
    .map(({ code, sides: own }) => ({
      code,
      height,
      points: placeLabels(
        own.map((side) => ({ ...side, x: rounded(x(side.share)), y: rounded(y(side.drop)), words: wordsOf(side.key, side.side) })),
        block.thresholds,
      ),
      shareLine: rounded(x(block.thresholds.share)),
      dropLine: rounded(y(block.thresholds.drop)),
      shareTicks: [0, 0.2, 0.4, 0.6, 0.8].filter((value) => value <= x.domain()[1]!).map((value) => ({ at: rounded(x(value)), value })),
      dropTicks: y
        .ticks(4)
        .filter(Number.isInteger)
        .map((value) => ({ at: rounded(y(value)), value })),
    }));
};
