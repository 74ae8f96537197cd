// The geometry of a penalty plot: how many complain against how much less they like it.
import { scaleLinear } from "d3-scale";
import type { JustAboutRightBlock } from "../blocks/just-about-right/result";
import type { PenaltyChart, PenaltyPoint } from "./chart";
import { mostOfName } from "../exports/chart-names";
import { placeLabels } from "./place-labels";

const height = 250;
const top = 16;
const bottom = height - 26;
/** The width that labels are kept apart at, and about how wide a letter is. */
const plotWidth = 400;
const letter = 6.3;
const mostLabels = 7;

const rounded = (value: number) => Math.round(value * 10) / 10;

type Unlabelled = Omit<PenaltyPoint, "label"> & { words: number };

/** What deserves a name is flagged first, then what most people say or what costs most. */
const withLabels = (points: Unlabelled[], thresholds: JustAboutRightBlock["thresholds"]): PenaltyPoint[] => {
  const all = points.map((point) => ({ point, x: (point.x / 100) * plotWidth, y: point.y, width: point.words * letter }));
  const isWorthNaming = ({ isFlagged, share, drop }: Unlabelled) =>
    isFlagged || share >= thresholds.share || (drop >= thresholds.drop && share >= thresholds.share / 2);
  const named = all
    .filter(({ point }) => isWorthNaming(point))
    .sort(({ point: a }, { point: b }) => Number(b.isFlagged) - Number(a.isFlagged) || b.share * b.drop - a.share * a.drop)
    .slice(0, mostLabels);
  const labels = placeLabels(named, all, { right: plotWidth + 10, top: 4, bottom: bottom + 4 });
  return all.map((each) => {
    const { words: _words, ...rest } = each.point;
    return { ...rest, label: labels.get(each) ?? null };
  });
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
    return Math.min(mostOfName, Math.max(text.en.length, text.id.length));
  };
  return all
    .filter((entry) => entry.sides.length > 0)
    .map(({ code, sides: own }) => ({
      code,
      height,
      points: withLabels(
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
