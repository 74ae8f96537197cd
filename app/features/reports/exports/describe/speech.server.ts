// The words and numbers of a document, the same as on the page.
import { localized, type Locale, type LocalizedText } from "~/core/locale";
import { formatter, type Format } from "~/i18n/format";
import { translatorFor } from "~/i18n/strings.server";
import type { Translate } from "~/i18n/translate";
import { minus, showCell, showDifference, showMean, showP } from "../../numbers";
import type { ResultCell } from "../../question-result";
import { everybody, type ReportPrototype } from "../../report";
import type { Amount, DocumentSection, Span } from "../document";

export type Bounds = { lower: number; upper: number };

export type Speech = {
  t: Translate;
  format: Format;
  pick: (text: LocalizedText | null | undefined) => string;
  nameOf: (code: string) => string;
  /** With the blind code, for the first column of a table. */
  labelOf: (code: string) => string;
};

export const speechOf = (locale: Locale, prototypes: readonly ReportPrototype[]): Speech => {
  const t = translatorFor(locale);
  const nameOf = (code: string) => (code === everybody ? t("reports.everybody") : (prototypes.find((prototype) => prototype.code === code)?.name ?? code));
  return {
    t,
    format: formatter(locale),
    pick: (text) => localized(text, locale),
    nameOf,
    labelOf: (code) => (code === everybody || nameOf(code) === code ? nameOf(code) : `${nameOf(code)} ${code}`),
  };
};

export const none = "–";

const amount = (value: number, shown: string, pattern: string): Amount => ({ kind: "amount", value, shown, pattern });
const decimals = (n: number) => (n >= 100 ? "0.00" : "0.0");

export const countCell = (format: Format, value: number): Amount => amount(value, format.number(value), "#,##0");
export const numberCell = (format: Format, value: number, digits: number): Amount =>
  amount(value, minus(format.number(value, digits)), digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`);
export const meanCell = (format: Format, value: number | null, n: number): Amount | string =>
  value === null ? none : amount(value, showMean(format, value, n), decimals(n));
export const shareCell = (format: Format, value: number | null): Amount | string => (value === null ? none : amount(value, format.percent(value), "0%"));
/** A spreadsheet has the number itself: where three decimals would be noughts, in powers of ten. */
const patternOfP = "[<0.001]0.0E+00;0.000";
export const pCell = (format: Format, value: number): Amount => amount(value, showP(format, value), patternOfP);
export const differenceCell = (format: Format, value: number): Amount => amount(value, showDifference(format, value), "+0.00;-0.00;0.00");

const patternOf = ({ kind, n }: ResultCell, value: number): string => {
  switch (kind) {
    case "share":
      return "0%";
    case "mean":
      return decimals(n ?? 0);
    case "difference":
      return "+0.00;-0.00;0.00";
    case "share_difference":
      return "+0%;-0%;0%";
    case "p":
      return patternOfP;
    case "score":
      return Number.isInteger(value) ? "0" : "0.0";
    default:
      return "#,##0";
  }
};

/** A cell of a question, in the words and figures of the page. */
export const resultCell = ({ format, pick }: Speech, cell: ResultCell): Amount | string => {
  const words = pick(cell.text);
  if (cell.value === null) return words || none;
  const within = cell.bounds ? ` (${showCell(format, cell, cell.bounds.lower)} – ${showCell(format, cell, cell.bounds.upper)})` : "";
  const shown = `${showCell(format, cell, cell.value)}${within}${words ? ` ${words}` : ""}`;
  return {
    ...amount(cell.value, shown, patternOf(cell, cell.value)),
    ...(cell.bounds ? { within: { lower: cell.bounds.lower, upper: cell.bounds.upper } } : {}),
    ...(words ? { letters: words } : {}),
  };
};

const span = (bounds: Bounds | null | undefined, show: (value: number) => string, pattern: string): Span | string =>
  bounds ? { kind: "span", lower: bounds.lower, upper: bounds.upper, shown: `${show(bounds.lower)} – ${show(bounds.upper)}`, pattern } : none;
export const meanSpan = (format: Format, bounds: Bounds | null, n: number) => span(bounds, (value) => showMean(format, value, n), decimals(n));
export const shareSpan = (format: Format, bounds: Bounds | null | undefined) => span(bounds, (value) => format.percent(value), "0%");
export const differenceSpan = (format: Format, bounds: Bounds) => span(bounds, (value) => showDifference(format, value), "+0.00;-0.00;0.00");

/** A section in which everything but the title may be missing; the whole document knows what its part is called. */
export const section = (
  block: string,
  title: string,
  rest: Partial<Omit<DocumentSection, "block" | "part" | "introduction" | "title">> = {},
): DocumentSection => ({
  block,
  part: "",
  introduction: "",
  title,
  sub: "",
  notes: [],
  charts: [],
  tables: [],
  quotes: [],
  ...rest,
});
