// How numbers are shown: rounded only here, the same in every table, chart and sentence (METHODS §0).
import type { Format } from "~/i18n/format";

/** Two decimals from a hundred answers on, one below: more would pretend. */
export const showMean = (format: Format, value: number, n: number): string => format.number(value, n >= 100 ? 2 : 1);

export const showP = (format: Format, p: number): string => (p < 0.001 ? `< ${format.number(0.001, 3)}` : format.number(p, 3));

/** A difference with its sign; the minus is the typographic one. */
export const showDifference = (format: Format, value: number, digits = 2): string => {
  const text = format.number(Math.abs(value), digits);
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  return isZero ? text : `${value < 0 ? "−" : "+"}${text}`;
};
