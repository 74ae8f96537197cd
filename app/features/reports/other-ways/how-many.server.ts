// With more answers the ways agree, and take longer than a page should: they are left out, and the note says so.
import type { LocalizedText } from "~/core/locale";
import type { ReportData } from "../data.server";
import { sayNumbers } from "../result-parts.server";

const mostRows = 20_000;

export const isTooLong = ({ rows }: Pick<ReportData, "rows">): boolean => rows.count > mostRows;

export const leftOutNote = (data: Pick<ReportData, "rows">): LocalizedText[] =>
  isTooLong(data) ? [sayNumbers("ways_left_out", { most: { value: mostRows, as: "number", digits: 0 } })] : [];
