/** Reads reference data and compares numbers with references that were printed with ten significant digits. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export function readReference<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(here(path), "utf8")) as Shape;
}

/** A plain comma-separated text with a header; quotes around fields, but no commas or quotes inside them. */
export function readTableIn(text: string): Record<string, string>[] {
  const [header = "", ...lines] = text.trim().split(/\r?\n/);
  const split = (line: string) => line.split(",").map((field) => field.replace(/^"|"$/g, ""));
  const names = split(header);
  return lines.map((line) => {
    const fields = split(line);
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ""]));
  });
}

/** True when the file lies where data that may not be part of the repository are kept. */
export function isPresent(path: string): boolean {
  return existsSync(here(path));
}

/**
 * Expects a relative difference of at most `tolerance`, on top of the rounding of the reference itself: ten significant digits, but never finer than
 * ten decimals for numbers of 1 and above. `absolute` allows for the reference's own noise around 0.
 */
export function expectClose(actual: number | null, expected: number, label: string, tolerance = 1e-9, absolute = 0): void {
  expect(actual, label).not.toBeNull();
  const value = actual as number;
  expect(Number.isFinite(value), `${label} is ${String(value)}`).toBe(true);
  const rounding = Math.abs(expected) >= 1 ? 0.5e-10 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(expected) || 1)) - 9);
  const difference = Math.abs(value - expected);
  expect(difference, `${label}: ${String(value)} for ${String(expected)}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected) + rounding + absolute,
  );
}
