import { describe, expect, it } from "vitest";
import { mostOfName, shortened, sidesOfNames } from "./chart-names";
import type { PointsChart } from "./document";

const chartOf = (points: PointsChart["points"], isMap?: true): PointsChart => ({
  kind: "points",
  title: "",
  isMap,
  across: { label: "", line: null, isShare: false },
  up: { label: "", line: null },
  kinds: ["", ""],
  points,
});
const point = (name: string, across: number, up: number, isMarked = false) => ({ name, across, up, isMarked });

describe("a name in a chart", () => {
  it("is cut between characters, never within an emoji", () => {
    expect(shortened("🥥🥥🥥🥥", 3)).toBe("🥥🥥…");
    expect(shortened("a short name", 20)).toBe("a short name");
  });

  it("goes to another side where one is taken by a neighbour", () => {
    const sides = sidesOfNames(chartOf([point("too sweet", 0.4, 1.5, true), point("too sour", 0.42, 1.5, true), point("corner", 1, 3)]));
    expect(sides[0]).not.toBe(sides[1]);
    expect(sides.slice(0, 2)).not.toContain(null);
  });

  it("of a flagged complaint is placed before those that are not flagged", () => {
    const crowd = Array.from({ length: 12 }, (_, index) => point(`complaint number ${index}`, 0.5 + index * 0.004, 1 + index * 0.01));
    const sides = sidesOfNames(chartOf([...crowd, point("flagged", 0.52, 1.05, true), point("corner", 1, 3)]));
    expect(sides[12]).not.toBeNull();
    expect(sides).toContain(null);
  });

  it("of 80 letters takes no more room than its beginning", () => {
    const sides = sidesOfNames(chartOf([point("x".repeat(80), 0.5, 0.2, true), point("y".repeat(80), -0.5, -0.2, true)], true));
    expect(sides).not.toContain(null);
    expect(shortened("x".repeat(80), mostOfName)).toHaveLength(mostOfName);
  });
});
