// Names beside the points of a chart in a file; on a slide on the side where they stand on no other name and on no other point.
import { scaleLinear } from "d3-scale";
import type { PointsChart } from "./document";

/** By whole characters, so that no emoji is cut in two. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const letters = [...text];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : text;
};

/** So many letters of a name stand beside its point; the table has the rest. */
export const mostOfName = 28;

export type Side = "r" | "l" | "t" | "b";
type Box = { left: number; right: number; low: number; high: number };

/** Of the field, which is about twice as wide as high where a table stands beside it, and four times for a map. */
const lineHeight = 0.05;
const dot = { across: 0.012, up: 0.02 };

const touches = (one: Box, other: Box) => one.left < other.right && other.left < one.right && one.low < other.high && other.low < one.high;

/** For each point the side of its name, null where it finds no room: then the table names it. What is marked and what weighs most comes first. */
export const sidesOfNames = ({ points, isMap }: PointsChart): (Side | null)[] => {
  const reach = (values: number[]) => scaleLinear().domain([Math.min(0, ...values), Math.max(...values, Math.min(0, ...values) + 1e-9)]);
  const [x, y] = [reach(points.map(({ across }) => across)), reach(points.map(({ up }) => up))];
  const letter = isMap ? 0.0075 : 0.0115;
  const placed = points.map(({ name, across, up, isMarked }, index) => ({
    index,
    isMarked,
    weight: isMap ? Math.hypot(across, up) : across * Math.max(0, up),
    at: { x: x(across), y: y(up) },
    width: Math.min(mostOfName, [...name].length) * letter,
  }));
  const dots = placed.map(({ at }): Box => ({ left: at.x - dot.across, right: at.x + dot.across, low: at.y - dot.up, high: at.y + dot.up }));
  const boxOn = ({ at, width }: (typeof placed)[number], side: Side): Box => {
    const [low, high] = side === "t" ? [dot.up, dot.up + lineHeight] : side === "b" ? [-dot.up - lineHeight, -dot.up] : [-lineHeight / 2, lineHeight / 2];
    const left = side === "r" ? at.x + dot.across : side === "l" ? at.x - dot.across - width : at.x - width / 2;
    return { left, right: left + width, low: at.y + low, high: at.y + high };
  };
  const taken: Box[] = [];
  const sides: (Side | null)[] = points.map(() => null);
  for (const point of placed.toSorted((a, b) => Number(b.isMarked) - Number(a.isMarked) || b.weight - a.weight)) {
    const isFree = (box: Box) => box.left >= -0.02 && box.right <= 1.06 && !taken.some((other) => touches(box, other));
    const free = (["r", "l", "t", "b"] as const).filter((each) => isFree(boxOn(point, each)));
    const isClear = (box: Box) => !dots.some((other, index) => index !== point.index && touches(box, other));
    // What is marked has its name, even over a point.
    const side = free.find((each) => isClear(boxOn(point, each))) ?? (point.isMarked ? free[0] : undefined);
    if (!side) continue;
    taken.push(boxOn(point, side));
    sides[point.index] = side;
  }
  return sides;
};
