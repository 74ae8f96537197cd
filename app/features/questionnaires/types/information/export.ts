import type { Cell, ExportColumn } from "../question-type";

export const columns = (): ExportColumn[] => [];
export const cells = (): Cell[] => [];
