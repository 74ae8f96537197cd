// Charts that a presentation program can edit: each carries its own numbers.
import { scaleLinear } from "d3-scale";
import type PptxGenJS from "pptxgenjs";
import type { AmountsChart, CurvesChart, DocumentChart, IntervalsChart, PointsChart, ProfileChart, SharesChart } from "./document";
import { palette, toneOfLine } from "./palette";
import { hasIntervals } from "./slide-chart-xml.server";
import { mostOfName, shortened, sidesOfNames } from "./chart-names";

export type Presentation = PptxGenJS;
export type Slide = ReturnType<Presentation["addSlide"]>;

/** A presentation carries no typefaces: one that every machine has looks the same for everybody, ours would be replaced by whatever is there. */
export const face = "Arial";
export const serif = "Georgia";

/** Without the characters that XML cannot hold. */
export const cleaned = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

type Kind = "bar" | "line" | "scatter";
type Series = { name: string; labels?: string[]; values: number[] };
type Drawing = { kind: Kind; data: Series[]; options: PptxGenJS.IChartOpts };

const legend: PptxGenJS.IChartOpts = { showLegend: true, legendPos: "b", legendFontFace: face, legendFontSize: 11, legendColor: palette.ink2 };
/** No bar goes without its name, however many there are. */
const across: PptxGenJS.IChartOpts = {
  catAxisLabelFrequency: "1",
  barDir: "bar",
  barGapWidthPct: 55,
  showValue: true,
};
const formats = { mean: "0.00", share: "0%", score: "0.0" } as const;

/** A series of named values. Bars across begin at the foot of the axis, so the first row comes last. */
const barsOf = (name: string, rows: readonly { name: string; value: number }[]): Series[] => {
  const upwards = rows.toReversed();
  return [{ name, labels: upwards.map((row) => row.name), values: upwards.map(({ value }) => value) }];
};

const roundEnds = (ends: readonly [number, number]): [number, number] => {
  const [low, high] = scaleLinear().domain(ends).nice(5).domain();
  return [low!, high!];
};

/** Where bars carry an interval their value stands at the foot, on a light bar, so that the two do not cross. */
const besideIntervals: PptxGenJS.IChartOpts = {
  chartColors: [palette.tealLight],
  // The library's types leave this one out; it writes it all the same.
  dataLabelPosition: "inBase" as "inEnd",
  dataLabelColor: palette.ink,
  dataLabelFontBold: true,
};

const drawIntervals = (chart: IntervalsChart): Drawing => ({
  kind: "bar",
  data: barsOf(
    chart.title,
    chart.points.map(({ name, value, letters }) => ({ name: letters ? `${name}  ${letters}` : name, value })),
  ),
  options: {
    ...across,
    valAxisMinVal: roundEnds(chart.scale)[0],
    valAxisMaxVal: roundEnds(chart.scale)[1],
    chartColors: [palette.teal],
    ...(hasIntervals(chart) ? besideIntervals : {}),
    dataLabelFormatCode: formats[chart.unit],
    valAxisLabelFormatCode: chart.unit === "share" ? "0%" : "General",
    // Names stay at the edge where bars run to both sides of nought.
    catAxisLabelPos: chart.scale[0] < 0 ? "low" : "nextTo",
  },
});

const drawProfile = ({ domain, items, lines }: ProfileChart): Drawing => ({
  kind: "line",
  // A gap where there is no mean: the library writes what is not a number as an empty point.
  data: lines.map(({ name, values }) => ({ name, labels: items, values: values as number[] })),
  options: {
    ...legend,
    chartColors: lines.map((_, index) => toneOfLine(index)),
    valAxisMinVal: domain[0],
    valAxisMaxVal: domain[1],
    valAxisLabelFormatCode: "General",
    lineDataSymbolSize: 8,
    lineSize: 2,
  },
});

const drawShares = ({ parts, bars }: SharesChart): Drawing => {
  const upwards = bars.toReversed();
  return {
    kind: "bar",
    data: parts.map(({ name }, part) => ({ name, labels: upwards.map((bar) => bar.name), values: upwards.map(({ shares }) => shares[part] ?? 0) })),
    options: {
      ...across,
      ...legend,
      barGrouping: "percentStacked",
      barGapWidthPct: 45,
      chartColors: parts.map(({ tone }) => tone),
      dataLabelFormatCode: "[>=0.05]0%;;",
      dataLabelColor: palette.ink,
      valAxisHidden: true,
    },
  };
};

const drawAmounts = ({ unit, bars }: AmountsChart): Drawing => ({
  kind: "bar",
  data: barsOf(unit, bars),
  options: { ...across, chartColors: [palette.teal], dataLabelFormatCode: "#,##0", valAxisHidden: true },
});

const scatterOptions: PptxGenJS.IChartOpts = {
  showCatAxisTitle: true,
  showValAxisTitle: true,
  catAxisTitleFontSize: 11,
  valAxisTitleFontSize: 11,
  catAxisTitleFontFace: face,
  valAxisTitleFontFace: face,
  catAxisTitleColor: palette.ink2,
  valAxisTitleColor: palette.ink2,
};

/** A scatter chart takes one column across and one per series, empty where a point belongs to the other. */
const drawPoints = (chart: PointsChart): Drawing => {
  const { across: wide, up, points, kinds, isMap } = chart;
  const column = (isMarked: boolean) => points.map((point) => (point.isMarked === isMarked ? point.up : null)) as number[];
  const sides = sidesOfNames(chart);
  const labels = points.map(({ name }, index) => (sides[index] === null ? " " : shortened(name, mostOfName)));
  return {
    kind: "scatter",
    data: [
      { name: wide.label, values: points.map((point) => point.across) },
      { name: kinds[0], values: column(false), labels },
      { name: kinds[1], values: column(true), labels },
    ],
    options: {
      ...scatterOptions,
      ...legend,
      lineSize: 0,
      lineDataSymbolSize: 9,
      showLabel: true,
      dataLabelFormatScatter: "custom",
      dataLabelPosition: "r",
      catAxisLabelPos: "low",
      ...(isMap ? {} : { catAxisMinVal: 0 }),
      chartColors: isMap ? [palette.ochre, palette.teal] : [palette.teal, palette.brick],
      catAxisTitle: wide.label,
      valAxisTitle: up.label,
    },
  };
};

const drawCurves = ({ unit, at, curves }: CurvesChart): Drawing => ({
  kind: "scatter",
  data: [{ name: unit, values: at }, ...curves.map(({ name, shares }) => ({ name, values: shares }))],
  options: {
    ...scatterOptions,
    ...legend,
    showValAxisTitle: false,
    catAxisTitle: unit,
    lineSize: 2,
    lineDataSymbol: "none",
    chartColors: curves.map(({ tone }) => tone),
    valAxisMinVal: 0,
    valAxisMaxVal: 1,
    valAxisLabelFormatCode: "0%",
  },
});

const drawingOf = (chart: DocumentChart): Drawing => {
  switch (chart.kind) {
    case "intervals":
      return drawIntervals(chart);
    case "profile":
      return drawProfile(chart);
    case "shares":
      return drawShares(chart);
    case "amounts":
      return drawAmounts(chart);
    case "points":
      return drawPoints(chart);
    case "curves":
      return drawCurves(chart);
  }
};

type Place = { x: number; y: number; w: number; h: number };

export const addChart = (slide: Slide, chart: DocumentChart, place: Place, altText: string): void => {
  const { kind, data, options } = drawingOf(chart);
  slide.addChart(
    kind as PptxGenJS.CHART_NAME,
    data.map(({ name, labels, values }) => ({ name: cleaned(name), labels: labels?.map(cleaned), values })),
    {
      ...place,
      altText: cleaned(altText),
      catAxisLabelFontFace: face,
      catAxisLabelFontSize: 11,
      catAxisLabelColor: palette.ink,
      valAxisLabelFontFace: face,
      valAxisLabelFontSize: 10,
      valAxisLabelColor: palette.ink3,
      dataLabelFontFace: face,
      dataLabelFontSize: 10,
      valGridLine: { color: palette.line, size: 0.5 },
      catGridLine: { style: "none" },
      ...options,
    },
  );
};
