// Charts on paper, drawn as shapes: dots with intervals, bars of a hundred percent, bars of amounts, and points in a field.
import { scaleLinear } from "d3-scale";
import type { Format } from "~/i18n/format";
import type { AmountsChart, DocumentChart, IntervalsChart, PointsChart, SharesChart } from "../document";
import { placeLabels } from "../../charts/place-labels";
import { inkOn, palette } from "../palette";
import { mostOfName, shortened } from "../chart-names";
import { drawCurves, drawProfile, heightOfCurves, heightOfProfile } from "./draw-lines.server";
import type { Sheet } from "./sheet.server";
import { nameAt, roomForNames, rowHeight, rule, small } from "./strokes.server";

const tickText = (format: Format, unit: IntervalsChart["unit"], value: number) =>
  (unit === "share" ? format.percent(value) : format.number(value, Number.isInteger(value) ? 0 : 1)).replace(/^-/, "−");

const drawIntervals = (sheet: Sheet, chart: IntervalsChart, format: Format) => {
  const top = sheet.y();
  const height = chart.points.length * rowHeight;
  const names = roomForNames(
    sheet,
    chart.points.map(({ name }) => name),
  );
  const [low, high] = chart.domain;
  const x = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .range([sheet.left + names, sheet.left + sheet.width - 74])
    .clamp(true);
  for (const tick of x.ticks(chart.unit === "mean" ? Math.min(10, Math.max(3, high - low)) : 5)) {
    rule(sheet, x(tick), top, x(tick), top + height, palette.line);
    sheet.put(tickText(format, chart.unit, tick), x(tick) - 25, top + height + 3, small, { width: 50, align: "center" });
  }
  if (chart.line !== null) rule(sheet, x(chart.line), top, x(chart.line), top + height, palette.edge, 0.8, true);
  for (const [index, { name, value, shown, lower, upper, letters }] of chart.points.entries()) {
    const y = top + (index + 0.5) * rowHeight;
    nameAt(sheet, name, y, names);
    if (lower !== null && upper !== null) rule(sheet, x(lower), y, x(upper), y, palette.teal, 1.6);
    sheet.pdf.circle(x(value), y, 3.4).fill(`#${palette.teal}`);
    const after = sheet.left + sheet.width - 64;
    sheet.put(shown, after, y - 5.5, { size: 8.5, face: "bold" });
    if (letters) sheet.put(letters, after + 34, y - 5.5, { size: 8.5, colour: palette.ink2 });
  }
  sheet.moveTo(top + height + 18);
};

const legend = (sheet: Sheet, parts: SharesChart["parts"]) => {
  let x = sheet.left;
  for (const { name, tone } of parts) {
    const text = name.length > 42 ? `${name.slice(0, 41)}…` : name;
    const width = sheet.widthOf(text, small) + 24;
    if (x > sheet.left && x + width > sheet.left + sheet.width) {
      x = sheet.left;
      sheet.down(12);
    }
    sheet.pdf.roundedRect(x, sheet.y() + 1, 8, 8, 2).fill(`#${tone}`);
    const y = sheet.y();
    sheet.put(text, x + 12, y, small);
    sheet.moveTo(y);
    x += width;
  }
  sheet.down(16);
};

const drawShares = (sheet: Sheet, chart: SharesChart, format: Format) => {
  legend(sheet, chart.parts);
  const top = sheet.y();
  const names = roomForNames(
    sheet,
    chart.bars.map(({ name }) => name),
  );
  const wide = sheet.width - names;
  for (const [index, { name, shares }] of chart.bars.entries()) {
    const y = top + (index + 0.5) * rowHeight;
    nameAt(sheet, name, y, names);
    let from = sheet.left + names;
    for (const [part, share] of shares.entries()) {
      const { tone } = chart.parts[part]!;
      if (share > 0)
        sheet.pdf
          .rect(from, y - 6, share * wide, 12)
          .lineWidth(0.5)
          .fillAndStroke(`#${tone}`, "#ffffff");
      if (share >= 0.07) sheet.put(format.percent(share), from, y - 4.8, { size: 7.5, colour: inkOn(tone) }, { width: share * wide, align: "center" });
      from += share * wide;
    }
  }
  sheet.moveTo(top + chart.bars.length * rowHeight + 10);
};

const drawAmounts = (sheet: Sheet, chart: AmountsChart) => {
  const top = sheet.y();
  const most = Math.max(1, ...chart.bars.map(({ value }) => value));
  const names = roomForNames(
    sheet,
    chart.bars.map(({ name }) => name),
  );
  const wide = sheet.width - names - 40;
  for (const [index, { name, value, shown }] of chart.bars.entries()) {
    const y = top + (index + 0.5) * rowHeight;
    nameAt(sheet, name, y, names);
    const length = Math.max(0, (value / most) * wide);
    if (length > 0) sheet.pdf.rect(sheet.left + names, y - 5, length, 10).fill(`#${palette.teal}`);
    sheet.put(shown, sheet.left + names + length + 5, y - 5.5, { size: 8.5, face: "bold" });
  }
  sheet.moveTo(top + chart.bars.length * rowHeight + 10);
};

const fieldHeight = 230;

/** What a field of points shows: from nought on, or for a map everything around nought with one scale for both axes. */
const reachOf = ({ points, up, isMap }: PointsChart, [width, height]: [number, number]): { across: [number, number]; up: [number, number] } => {
  const ends = (values: number[]) => [Math.min(0, ...values), Math.max(0, ...values)] as const;
  const [left, right] = ends(points.map((point) => point.across));
  const [low, high] = ends(points.map((point) => point.up));
  if (!isMap) return { across: [left, Math.max(0.5, right * 1.06)], up: [low - 0.1, Math.max(1, up.line ?? 0, high) + 0.2] };
  const unit = Math.max((right - left) / (width - 120), (high - low) / (height - 24), 1e-9);
  const around = (from: number, to: number, pixels: number): [number, number] => {
    const spare = (pixels * unit - (to - from)) / 2;
    return [from - spare, to + spare];
  };
  return { across: around(left, right, width), up: around(low, high, height) };
};

const drawPoints = (sheet: Sheet, chart: PointsChart, format: Format) => {
  const tones = chart.isMap ? [palette.ochre, palette.teal] : [palette.teal, palette.brick];
  legend(
    sheet,
    chart.kinds.map((name, kind) => ({ name, tone: tones[kind]! })),
  );
  sheet.put(chart.up.label, sheet.left, sheet.y(), small);
  const top = sheet.y() + 8;
  const [left, right, bottom] = [sheet.left + 34, sheet.left + sheet.width - 8, top + fieldHeight];
  const reach = reachOf(chart, [right - left, fieldHeight]);
  const x = scaleLinear().domain(reach.across).range([left, right]);
  const y = scaleLinear().domain(reach.up).range([bottom, top]);
  const marked = chart.isMap ? palette.teal : palette.brick;
  for (const tick of x.ticks(5)) {
    rule(sheet, x(tick), top, x(tick), bottom, palette.line);
    sheet.put(chart.across.isShare ? format.percent(tick) : format.number(tick, 1), x(tick) - 20, bottom + 3, small, { width: 40, align: "center" });
  }
  for (const tick of y.ticks(4)) {
    rule(sheet, left, y(tick), right, y(tick), palette.line);
    sheet.put(tickText(format, "mean", tick), sheet.left, y(tick) - 5, small, { width: 29, align: "right" });
  }
  if (chart.across.line !== null) rule(sheet, x(chart.across.line), top, x(chart.across.line), bottom, palette.edge, 0.8, true);
  if (chart.up.line !== null) rule(sheet, left, y(chart.up.line), right, y(chart.up.line), palette.edge, 0.8, true);
  const weight = ({ across, up }: PointsChart["points"][number]) => (chart.isMap ? Math.hypot(across, up) : across * Math.max(0, up));
  const ordered = chart.points.toSorted((a, b) => Number(b.isMarked) - Number(a.isMarked) || weight(b) - weight(a));
  for (const { across, up, isMarked } of ordered) {
    const circle = sheet.pdf.circle(x(across), y(up), 3.4).lineWidth(1.2);
    if (isMarked) circle.fillAndStroke(`#${marked}`, `#${marked}`);
    else circle.fillAndStroke("#ffffff", `#${chart.isMap ? palette.ochre : palette.teal}`);
  }
  // A point whose name finds no room is named by the table below.
  const named = ordered.map((point) => {
    const name = shortened(sheet.clean(point.name), mostOfName);
    return {
      ...point,
      name,
      x: x(point.across) - left,
      y: y(point.up) - top,
      width: sheet.widthOf(name, { ...small, face: point.isMarked ? "bold" : "sans" }),
    };
  });
  for (const [point, { down, side }] of placeLabels(chart.isMap ? named : named.slice(0, 9), named, { right: right - left, top: 0, bottom: fieldHeight })) {
    const from = left + (side === "after" ? point.x + 8 : point.x - 8 - point.width);
    if (down !== 0) rule(sheet, left + point.x, top + point.y, side === "after" ? from - 2 : from + point.width + 2, top + point.y + down, palette.edge, 0.4);
    sheet.put(point.name, from, top + point.y + down - 5, {
      ...small,
      colour: point.isMarked ? marked : palette.ink2,
      face: point.isMarked ? "bold" : "sans",
    });
  }
  sheet.put(chart.across.label, right - 200, bottom + 14, small, { width: 200, align: "right" });
  sheet.moveTo(bottom + 32);
};

/** How much room a chart needs; a chart is never cut in two unless it is longer than a page. */
export const heightOfChart = (chart: DocumentChart): number => {
  switch (chart.kind) {
    case "points":
      return fieldHeight + 56;
    case "curves":
      return heightOfCurves;
    case "profile":
      return heightOfProfile(chart);
    case "intervals":
      return chart.points.length * rowHeight + 22;
    default:
      return chart.bars.length * rowHeight + 40;
  }
};

const rowsAtOnce = 36;
const cut = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) => rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce));

/** More rows than a page holds are drawn as several charts below each other. */
const inParts = (chart: DocumentChart): DocumentChart[] => {
  switch (chart.kind) {
    case "points":
    case "curves":
      return [chart];
    case "intervals":
      return cut(chart.points).map((points) => ({ ...chart, points }));
    case "profile":
      return cut(chart.items).map((items, part) => ({
        ...chart,
        items,
        lines: chart.lines.map(({ name, values }) => ({ name, values: values.slice(part * rowsAtOnce, part * rowsAtOnce + items.length) })),
      }));
    case "shares":
      return cut(chart.bars).map((bars) => ({ ...chart, bars }));
    case "amounts":
      return cut(chart.bars).map((bars) => ({ ...chart, bars }));
  }
};

const drawPart = (sheet: Sheet, chart: DocumentChart, format: Format): void => {
  switch (chart.kind) {
    case "intervals":
      return drawIntervals(sheet, chart, format);
    case "profile":
      return drawProfile(sheet, chart, format);
    case "curves":
      return drawCurves(sheet, chart, format);
    case "shares":
      return drawShares(sheet, chart, format);
    case "amounts":
      return drawAmounts(sheet, chart);
    case "points":
      return drawPoints(sheet, chart, format);
  }
};

export const drawChart = (sheet: Sheet, whole: DocumentChart, format: Format): void => {
  for (const chart of inParts(whole)) {
    sheet.need(heightOfChart(chart));
    drawPart(sheet, chart, format);
  }
};
