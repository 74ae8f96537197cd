// Charts of lines on paper: means of prototypes down the attributes, and shares of people over prices.
import { scaleLinear } from "d3-scale";
import type { Format } from "~/i18n/format";
import type { CurvesChart, ProfileChart } from "../document";
import { palette, toneOfLine } from "../palette";
import type { Sheet } from "./sheet.server";
import { roomForNames, rule, small } from "./strokes.server";

const itemHeight = 20;
const fieldHeight = 180;
const dashes: (number | null)[] = [null, 4, 1.5, 6, 3, 1];

const paint = (sheet: Sheet, tone: string, dash: number | null, thickness = 1.4) => {
  sheet.pdf.lineWidth(thickness).strokeColor(`#${tone}`);
  if (dash !== null) sheet.pdf.dash(dash, { space: Math.max(2, dash / 2) });
  sheet.pdf.stroke();
  if (dash !== null) sheet.pdf.undash();
};

/** Marks of the shapes that the page uses, in the same order. */
const drawMark = (sheet: Sheet, index: number, x: number, y: number) => {
  const { pdf } = sheet;
  const shape = index % 4;
  if (shape === 1) pdf.rect(x - 2.8, y - 2.8, 5.6, 5.6);
  else if (shape === 2) pdf.polygon([x, y - 3.8], [x + 3.8, y], [x, y + 3.8], [x - 3.8, y]);
  else if (shape === 3) pdf.polygon([x, y - 3.8], [x + 3.8, y + 2.8], [x - 3.8, y + 2.8]);
  else pdf.circle(x, y, 3.2);
  pdf.lineWidth(1.4).fillAndStroke("#ffffff", `#${toneOfLine(index)}`);
};

type Key = { name: string; draw: (x: number, y: number) => void };

const drawKeys = (sheet: Sheet, keys: readonly Key[], keyWidth: number) => {
  let x = sheet.left;
  for (const { name, draw } of keys) {
    const width = sheet.widthOf(name, small) + keyWidth + 14;
    if (x > sheet.left && x + width > sheet.left + sheet.width) {
      x = sheet.left;
      sheet.down(13);
    }
    const y = sheet.y();
    draw(x, y + 5);
    sheet.put(name, x + keyWidth + 4, y, small);
    sheet.moveTo(y);
    x += width;
  }
  sheet.down(18);
};

export const heightOfProfile = ({ items, lines }: ProfileChart): number => items.length * itemHeight + 36 + Math.ceil(lines.length / 4) * 13;

export const drawProfile = (sheet: Sheet, { domain, items, lines }: ProfileChart, format: Format): void => {
  drawKeys(
    sheet,
    lines.map(({ name }, index) => ({ name, draw: (x, y) => drawMark(sheet, index, x + 4, y) })),
    8,
  );
  const names = roomForNames(sheet, items);
  const top = sheet.y();
  const height = items.length * itemHeight;
  const [low, high] = domain;
  const x = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .range([sheet.left + names, sheet.left + sheet.width - 16])
    .clamp(true);
  for (const tick of x.ticks(5)) {
    rule(sheet, x(tick), top, x(tick), top + height, palette.line);
    sheet.put(format.number(tick, Number.isInteger(tick) ? 0 : 1), x(tick) - 20, top + height + 3, small, { width: 40, align: "center" });
  }
  const middle = (index: number) => top + (index + 0.5) * itemHeight;
  for (const [index, item] of items.entries()) sheet.put(item, sheet.left, middle(index) - 5.5, { size: 8.5 }, { width: names - 10, align: "right" });
  for (const [index, { values }] of lines.entries()) {
    const points = values.flatMap((value, item) => (value === null ? [] : [[x(value), middle(item)] as const]));
    for (const [place, [at, down]] of points.entries()) {
      if (place === 0) sheet.pdf.moveTo(at, down);
      else sheet.pdf.lineTo(at, down);
    }
    if (points.length > 1) paint(sheet, toneOfLine(index), dashes[index % dashes.length]!);
    for (const [at, down] of points) drawMark(sheet, index, at, down);
  }
  sheet.moveTo(top + height + 20);
};

export const heightOfCurves = fieldHeight + 62;

export const drawCurves = (sheet: Sheet, { at, curves, points, unit }: CurvesChart, format: Format): void => {
  drawKeys(
    sheet,
    curves.map(({ name, tone, isDashed }) => ({
      name,
      draw: (x, y) => {
        sheet.pdf.moveTo(x, y).lineTo(x + 18, y);
        paint(sheet, tone, isDashed ? 3 : null, 2);
      },
    })),
    18,
  );
  const top = sheet.y();
  const bottom = top + fieldHeight;
  const [left, right] = [sheet.left + 34, sheet.left + sheet.width - 20];
  const x = scaleLinear()
    .domain([at[0] ?? 0, Math.max(at.at(-1) ?? 1, (at[0] ?? 0) + 1)])
    .range([left, right]);
  const y = scaleLinear().domain([0, 1]).range([bottom, top]);
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    rule(sheet, left, y(share), right, y(share), palette.line);
    sheet.put(format.percent(share), sheet.left, y(share) - 5, small, { width: 29, align: "right" });
  }
  for (const price of x.ticks(5)) sheet.put(format.number(price), x(price) - 30, bottom + 4, small, { width: 60, align: "center" });
  for (const { shares, tone, isDashed } of curves) {
    for (const [index, share] of shares.entries()) {
      if (index === 0) sheet.pdf.moveTo(x(at[0]!), y(share));
      else sheet.pdf.lineTo(x(at[index]!), y(shares[index - 1]!)).lineTo(x(at[index]!), y(share));
    }
    paint(sheet, tone, isDashed ? 3 : null);
  }
  const ordered = points.toSorted((one, other) => one.at - other.at);
  for (const [index, { at: price, share }] of ordered.entries()) {
    sheet.pdf.circle(x(price), y(share), 3.4).lineWidth(1.4).fillAndStroke("#ffffff", `#${palette.ink}`);
    // Neighbours close to each other are labelled in two lines.
    const isClose = index % 2 === 1 && x(price) - x(ordered[index - 1]!.at) < 44;
    sheet.put(
      format.number(price),
      x(price) - 30,
      y(share) - (isClose ? 24 : 14),
      { ...small, face: "bold", colour: palette.ink },
      { width: 60, align: "center" },
    );
  }
  sheet.put(unit, right - 60, bottom + 14, small, { width: 80, align: "right" });
  sheet.moveTo(bottom + 28);
};
