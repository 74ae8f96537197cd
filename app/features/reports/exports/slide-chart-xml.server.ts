// What the library behind the slides cannot say about a chart is written into the finished file: error bars, letters that stand out from their bar, and the unit of an axis.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { DocumentChart, IntervalsChart, PointsChart, SharesChart } from "./document";
import { inkOn, palette } from "./palette";
import { sidesOfNames } from "./chart-names";

const literal = (values: readonly number[]): string =>
  `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values
    .map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`)
    .join("")}</c:numLit>`;

/** From the value to each end of its interval, in the order of the bars: the first row comes last. An interval that is not known has no length. */
const errorBars = ({ points }: IntervalsChart): string => {
  const upwards = points.toReversed();
  const plus = upwards.map(({ value, upper }) => (upper === null ? 0 : upper - value));
  const minus = upwards.map(({ value, lower }) => (lower === null ? 0 : value - lower));
  const line = `<c:spPr><a:ln w="19050" cap="flat"><a:solidFill><a:srgbClr val="${palette.ink}"/></a:solidFill><a:round/></a:ln></c:spPr>`;
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${literal(plus)}</c:plus><c:minus>${literal(minus)}</c:minus>${line}</c:errBars>`;
};

export const hasIntervals = ({ points }: IntervalsChart): boolean => points.some(({ lower, upper }) => lower !== null && upper !== null);

/** In a series error bars stand between the labels and the names of the bars. */
const withErrorBars = (xml: string, chart: IntervalsChart): string => (hasIntervals(chart) ? xml.replace("<c:cat>", () => `${errorBars(chart)}<c:cat>`) : xml);

/** The library knows one colour of letters for all parts of a bar. */
const withReadableLabels = (xml: string, { parts }: SharesChart): string => {
  let part = 0;
  return xml.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    const ink = inkOn(parts[part++]?.tone ?? "");
    return series.replace(/(<c:dLbls>.*?<a:srgbClr val=")[0-9A-Fa-f]{6}/s, (_whole, before: string) => `${before}${ink}`);
  });
};

/** The first axis is the one across; the library gives it the numbers of the other. */
const withAxisAcross = (xml: string, formatCode: string): string =>
  xml.replace(/(<c:valAx>.*?<c:numFmt formatCode=")[^"]*" sourceLinked="1"/s, (_whole, before: string) => `${before}${formatCode}" sourceLinked="0"`);

/** The library puts every name on one side of its point, and the numbers of the axes at nought, which may be in the middle of the points. */
const withNamesInPlace = (xml: string, chart: PointsChart): string => {
  const sides = sidesOfNames(chart);
  return xml
    .replace(/(<c:dLbl>\s*<c:idx val=")(\d+)(".*?<c:dLblPos val=")\w+/gs, (_whole, before: string, index: string, between: string) => {
      return `${before}${index}${between}${sides[Number(index)] ?? "r"}`;
    })
    .replaceAll('<c:tickLblPos val="nextTo"/>', '<c:tickLblPos val="low"/>');
};

const finished = (xml: string, chart: DocumentChart): string => {
  switch (chart.kind) {
    case "intervals":
      return withErrorBars(xml, chart);
    case "shares":
      return withReadableLabels(xml, chart);
    case "points":
      return withNamesInPlace(withAxisAcross(xml, chart.across.isShare ? "0%" : "0.0"), chart);
    case "curves":
      return withAxisAcross(xml, "#,##0");
    default:
      return xml;
  }
};

/** `charts` in the order in which they were put on the slides, which is that of their numbers. */
export const finishCharts = (bytes: Uint8Array, charts: readonly DocumentChart[]): Uint8Array => {
  const files = unzipSync(bytes);
  const paths = Object.keys(files)
    .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .sort((one, other) => Number(/\d+/.exec(one)![0]) - Number(/\d+/.exec(other)![0]));
  if (paths.length !== charts.length) throw new Error(`${charts.length} charts were drawn, ${paths.length} are in the slides`);
  for (const [index, path] of paths.entries()) files[path] = strToU8(finished(strFromU8(files[path]!), charts[index]!));
  return zipSync(files);
};
