// How numbers are shown: what belongs to a number never wraps away from it. Rounded only here, the same in every table, chart and sentence (METHODS §0).
import type { Format } from "~/i18n/format";
import type { ResultCell } from "./question-result";

/** Two decimals from a hundred answers on, one below: more would pretend. */
export const showMean = (format: Format, value: number, n: number): string => format.number(value, n >= 100 ? 2 : 1);

export const showP = (format: Format, p: number): string => (p < 0.001 ? `<\u00a0${format.number(0.001, 3)}` : format.number(p, 3));

/** A difference with its sign; the minus is the typographic one. */
export const showDifference = (format: Format, value: number, digits = 2): string => {
  const text = format.number(Math.abs(value), digits);
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  return isZero ? text : `${value < 0 ? "−" : "+"}${text}`;
};

/** A minus as it is typeset, and none before nothing. */
export const minus = (text: string) => text.replace(/^-(?=[0.,]+(?![\d.,]))/, "").replace(/^-/, "−");
export const showScore = (format: Format, value: number): string => minus(format.number(value, Number.isInteger(value) ? 0 : 1));

/** The value of a cell, or an end of its interval, as every table shows it. */
export const showCell = (format: Format, { kind, n, currency }: ResultCell, value: number): string => {
  switch (kind) {
    case "count":
      return format.number(value);
    case "share":
      return minus(format.percent(value));
    case "mean":
      return minus(showMean(format, value, n ?? 0));
    case "difference":
      return showDifference(format, value);
    case "share_difference":
      return `${showDifference(format, value * 100, 0)}\u00a0%`;
    case "p":
      return showP(format, value);
    case "money":
      return `${format.number(value)}\u00a0${currency ?? ""}`.trim();
    case "score":
      return showScore(format, value);
    case "text":
      return "";
  }
};

/** A value in a chart of intervals; scores that run over tens need no decimals. */
export const showInChart = (
  format: Format,
  { unit, domain }: { unit: "share" | "mean" | "score"; domain: readonly [number, number] },
  value: number,
  n: number,
): string =>
  minus(unit === "share" ? format.percent(value) : unit === "mean" ? showMean(format, value, n) : format.number(value, Math.abs(domain[1]) > 20 ? 0 : 2));
