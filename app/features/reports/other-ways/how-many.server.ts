// With more answers the ways agree, and take longer than a page should: they are left out, and the note says so.
import type { LocalizedText } from "~/core/locale";
import type { ReportData } from "../data.server";
import { sayNumbers } from "../result-parts.server";

const mostRows = 20_000;

export const isTooLong = ({ rows }: Pick<ReportData, "rows">): boolean => rows.count > mostRows;

/** `key` says what is left out, where it is not everything. */
export const leftOutNote = (data: Pick<ReportData, "rows">, key: "ways_left_out" | "ideal_left_out" = "ways_left_out"): LocalizedText[] =>
  isTooLong(data) ? [sayNumbers(key, { most: { value: mostRows, as: "number", digits: 0 } })] : [];
