// The geometry of a penalty plot: how many complain against how much less they like it.
import { scaleLinear } from "d3-scale";
import type { JustAboutRightBlock } from "../blocks/just-about-right/result";
import type { PenaltyChart, PenaltyPoint } from "./chart";

const height = 250;
const top = 16;
const bottom = height - 26;
/** The width that labels are kept apart at, and about how wide a letter is. */
const plotWidth = 400;
const letter = 6.3;
const gap = 12;
const mostLabels = 7;
const steps = [0, -14, 14, -26, 26, -38, 38];

const rounded = (value: number) => Math.round(value * 10) / 10;

type Unlabelled = Omit<PenaltyPoint, "label"> & { words: number };
type Box = { left: number; right: number; top: number; bottom: number };

const touches = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const pixels = (percent: number) => (percent / 100) * plotWidth;
const dotBox = ({ x, y }: Unlabelled): Box => ({ left: pixels(x) - 7, right: pixels(x) + 7, top: y - 7, bottom: y + 7 });

/** What deserves a name is flagged first, then what most people say or what costs most; names keep clear of dots and of each other. */
const placeLabels = (points: Unlabelled[], thresholds: JustAboutRightBlock["thresholds"]): PenaltyPoint[] => {
  const isWorthNaming = ({ isFlagged, share, drop }: Unlabelled) =>
    isFlagged || share >= thresholds.share || (drop >= thresholds.drop && share >= thresholds.share / 2);
  const named = points
    .filter(isWorthNaming)
    .sort((a, b) => Number(b.isFlagged) - Number(a.isFlagged) || b.share * b.drop - a.share * a.drop)
    .slice(0, mostLabels);
  const taken: Box[] = [];
  const labels = new Map<Unlabelled, PenaltyPoint["label"]>();
  for (const point of named) {
    const width = point.words * letter;
    const boxAt = (down: number, side: "before" | "after"): Box => {
      const left = side === "after" ? pixels(point.x) + gap : pixels(point.x) - gap - width;
      return { left, right: left + width, top: point.y + down - 8, bottom: point.y + down + 6 };
    };
    const isFree = (box: Box) =>
      box.left >= 0 &&
      box.right <= plotWidth + 10 &&
      box.top >= 4 &&
      box.bottom <= bottom + 4 &&
      !taken.some((other) => touches(box, other)) &&
      !points.some((other) => other !== point && touches(box, dotBox(other)));
    const found = steps.flatMap((down) => (["after", "before"] as const).map((side) => ({ down, side }))).find(({ down, side }) => isFree(boxAt(down, side)));
    if (!found) continue;
    taken.push(boxAt(found.down, found.side));
    labels.set(point, found);
  }
  return points.map((point) => {
    const { words: _words, ...rest } = point;
    return { ...rest, label: labels.get(point) ?? null };
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
