// What all charts on paper have in common.
import { palette } from "../palette";
import type { Sheet } from "./sheet.server";

/** The height of a row. */
export const rowHeight = 17;

/** Room for the names at the left: as much as the longest needs, within reason. */
export const roomForNames = (sheet: Sheet, names: readonly string[]): number =>
  Math.min(220, Math.max(120, ...names.map((name) => sheet.widthOf(name, nameStyle) + 14)));
const nameStyle = { size: 8.5 };
export const nameAt = (sheet: Sheet, name: string, y: number, room: number) =>
  sheet.put(name, sheet.left, y - 5.5, nameStyle, { width: room - 10, align: "right" });

export const small = { size: 7.5, colour: palette.ink3 };

export const rule = (sheet: Sheet, x1: number, y1: number, x2: number, y2: number, colour: string, thickness = 0.6, dash = false) => {
  sheet.pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(thickness).strokeColor(`#${colour}`);
  if (dash) sheet.pdf.dash(2, { space: 2 });
  sheet.pdf.stroke();
  if (dash) sheet.pdf.undash();
};
