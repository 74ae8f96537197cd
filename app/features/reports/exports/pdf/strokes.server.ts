// What all charts on paper have in common.
import { palette } from "../palette";
import type { Sheet } from "./sheet.server";

/** Room for the names at the left, and the height of a row. */
export const names = 132;
export const rowHeight = 17;
export const small = { size: 7.5, colour: palette.ink3 };

export const rule = (sheet: Sheet, x1: number, y1: number, x2: number, y2: number, colour: string, thickness = 0.6, dash = false) => {
  sheet.pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(thickness).strokeColor(`#${colour}`);
  if (dash) sheet.pdf.dash(2, { space: 2 });
  sheet.pdf.stroke();
  if (dash) sheet.pdf.undash();
};
