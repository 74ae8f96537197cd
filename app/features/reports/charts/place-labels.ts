// Names beside points, kept clear of other points and of each other. Everything in pixels of the width that names are kept apart at.

export type Label = { down: number; side: "before" | "after" };
type Box = { left: number; right: number; top: number; bottom: number };
export type Named = { x: number; y: number; /** Of its name. */ width: number };
type Frame = { right: number; top: number; bottom: number };

const gap = 12;
const steps = [0, -14, 14, -26, 26, -38, 38];

const touches = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const around = ({ x, y }: Named): Box => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 });

/** Where each name goes, in the order in which the points deserve one; null where it finds no room. `points` are all points, named or not. */
export const placeLabels = <Point extends Named>(named: readonly Point[], points: readonly Point[], { right, top, bottom }: Frame): Map<Point, Label> => {
  const taken: Box[] = [];
  const labels = new Map<Point, Label>();
  for (const point of named) {
    const boxAt = ({ down, side }: Label): Box => {
      const left = side === "after" ? point.x + gap : point.x - gap - point.width;
      return { left, right: left + point.width, top: point.y + down - 8, bottom: point.y + down + 6 };
    };
    const isFree = (box: Box) =>
      box.left >= 0 &&
      box.right <= right &&
      box.top >= top &&
      box.bottom <= bottom &&
      !taken.some((other) => touches(box, other)) &&
      !points.some((other) => other !== point && touches(box, around(other)));
    const found = steps.flatMap((down) => (["after", "before"] as const).map((side): Label => ({ down, side }))).find((label) => isFree(boxAt(label)));
    if (!found) continue;
    taken.push(boxAt(found));
    labels.set(point, found);
  }
  return labels;
};
