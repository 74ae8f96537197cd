// Answers that are neither numbers nor free text, as they were stored. The same answer given twice is read once.
import type { ReportData } from "./data.server";

export const valuesOf = <Value>(data: ReportData, key: string): (Value | undefined)[] => {
  const known = new Map<string, Value>();
  return Array.from(data.values.get(key) ?? [], (json) => {
    if (json === undefined) return undefined;
    const read = known.get(json);
    if (read !== undefined) return read;
    const value = JSON.parse(json) as Value;
    if (known.size < 50_000) known.set(json, value);
    return value;
  });
};
