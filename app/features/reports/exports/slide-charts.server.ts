// Charts that a presentation program can edit: each carries its own numbers.
import type PptxGenJS from "pptxgenjs";
import type { DocumentChart } from "./document";
import { palette } from "./palette";

export type Presentation = PptxGenJS;
export type Slide = ReturnType<Presentation["addSlide"]>;

export const face = "Plus Jakarta Sans";

/** Without the characters that XML cannot hold. */
export const cleaned = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

const axis = {
  catAxisLabelFontFace: face,
  catAxisLabelFontSize: 11,
  catAxisLabelColor: palette.ink,
  valAxisLabelFontFace: face,
  valAxisLabelFontSize: 10,
  valAxisLabelColor: palette.ink3,
};
const labels = { showValue: true, dataLabelFontFace: face, dataLabelFontSize: 10 };
const grid = { valGridLine: { color: palette.line, size: 0.5 }, catGridLine: { style: "none" as const } };

type Place = { x: number; y: number; w: number; h: number };

/** Bars across begin at the foot of the axis, so the first row comes last. */
export const addChart = (pptx: Presentation, slide: Slide, chart: DocumentChart, place: Place, altText: string) => {
  const { bar, scatter } = pptx.ChartType;
  if (chart.kind === "means") {
    const points = chart.points.toReversed();
    const data = [
      {
        name: chart.title,
        labels: points.map(({ name, letters }) => cleaned(letters ? `${name}  ${letters}` : name)),
        values: points.map(({ value }) => value),
      },
    ];
    slide.addChart(bar, data, {
      ...place,
      ...axis,
      ...labels,
      ...grid,
      altText,
      barDir: "bar",
      valAxisMinVal: chart.min,
      valAxisMaxVal: chart.max,
      chartColors: [palette.teal],
      dataLabelFormatCode: "0.00",
      barGapWidthPct: 55,
      valAxisLabelFormatCode: "0",
    });
  } else if (chart.kind === "shares") {
    const bars = chart.bars.toReversed();
    const names = bars.map(({ name }) => cleaned(name));
    const data = chart.parts.map(({ name }, part) => ({ name: cleaned(name), labels: names, values: bars.map(({ shares }) => shares[part] ?? 0) }));
    slide.addChart(bar, data, {
      ...place,
      ...axis,
      ...labels,
      ...grid,
      altText,
      barDir: "bar",
      barGrouping: "percentStacked",
      chartColors: chart.parts.map(({ tone }) => tone),
      dataLabelFormatCode: "[>=0.05]0%;;",
      dataLabelColor: palette.ink,
      showLegend: true,
      legendPos: "b",
      legendFontFace: face,
      legendFontSize: 11,
      barGapWidthPct: 45,
      valAxisHidden: true,
    });
  } else if (chart.kind === "amounts") {
    const bars = chart.bars.toReversed();
    const data = [{ name: chart.unit, labels: bars.map(({ name }) => cleaned(name)), values: bars.map(({ value }) => value) }];
    slide.addChart(bar, data, {
      ...place,
      ...axis,
      ...labels,
      ...grid,
      altText,
      barDir: "bar",
      chartColors: [palette.teal],
      dataLabelFormatCode: "#,##0",
      valAxisHidden: true,
    });
  } else {
    // A scatter chart takes one column across and one per series, empty where a point belongs to the other.
    const column = (isMarked: boolean) => chart.points.map((point) => (point.isMarked === isMarked ? point.up : null)) as number[];
    const data = [
      { name: chart.across.label, values: chart.points.map(({ across }) => across) },
      { name: chart.up.label, values: column(false), labels: chart.points.map(({ name }) => cleaned(name)) },
      { name: `${chart.up.label} *`, values: column(true), labels: chart.points.map(({ name }) => cleaned(name)) },
    ];
    slide.addChart(scatter, data, {
      ...place,
      ...axis,
      ...grid,
      altText,
      lineSize: 0,
      lineDataSymbolSize: 9,
      chartColors: [palette.teal, palette.brick],
      showCatAxisTitle: true,
      catAxisTitle: chart.across.label,
      showValAxisTitle: true,
      valAxisTitle: chart.up.label,
      catAxisTitleFontSize: 11,
      valAxisTitleFontSize: 11,
    });
  }
};
