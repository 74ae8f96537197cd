// Answers that are neither numbers nor free text, as they were stored. The same answer given twice is read once.
import { answersOf } from "./column";
import type { ReportData } from "./data.server";

export const valuesOf = <Value>(data: ReportData, key: string): (Value | undefined)[] => answersOf(data.columns.get(key), (json) => JSON.parse(json) as Value);
