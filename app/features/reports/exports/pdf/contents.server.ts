// What a long report holds, and on which page.
import type { Speech } from "../describe/speech.server";
import { palette } from "../palette";
import { margin, type Sheet } from "./sheet.server";

/** Where a section begins: on which page as they were drawn, how far down, and under which name links find it. */
export type Entry = { part: string; title: string; page: number; y: number; name: string };

/** Shorter reports are leafed through. */
export const leastForContents = 10;

const headingStyle = { face: "bold" as const, size: 16 };
const headingGap = 12;
const partStyle = { face: "bold" as const, size: 9 };
const titleStyle = { size: 9, colour: palette.ink2 };
const lineHeight = 13.5;
const partGap = 4;
const partWidth = 165;
const numberWidth = 30;
/** With more lines than these contents would be a report of their own: then every part is one line. */
const mostLines = 90;

type Line = Entry & { isFirst: boolean };

const linesOf = (entries: readonly Entry[]): Line[] => {
  const lines = entries.map((entry, index) => ({ ...entry, isFirst: entries[index - 1]?.part !== entry.part }));
  return lines.length > mostLines ? lines.filter(({ isFirst }) => isFirst).map((line) => ({ ...line, title: "" })) : lines;
};

/** Drawn at the foot of the cover, else on new pages at the end; returns how many of those. Numbers allow for these pages, which will stand behind the cover. */
export const drawContents = (sheet: Sheet, { t }: Speech, entries: readonly Entry[], coverPages: number, coverEnd: number): number => {
  const lines = linesOf(entries);
  const heading = t("files.contents");
  const bottom = sheet.pdf.page.height - margin.bottom;
  const wordsOf = ({ title, part }: Line) => (title === part ? "" : title);
  /** A title takes a second line rather than being cut. */
  const rows = lines.map((line) => (sheet.heightOf(wordsOf(line) || " ", sheet.width - partWidth - numberWidth, titleStyle) > lineHeight * 1.3 ? 2 : 1));
  const heights = lines.map(({ isFirst }, index) => lineHeight * rows[index]! + (isFirst ? partGap : 0));
  let [pages, end] = [1, margin.top + sheet.heightOf(heading, sheet.width, headingStyle) + headingGap];
  for (const height of heights) {
    if (end + height > bottom) [pages, end] = [pages + 1, margin.top];
    end += height;
  }
  const isOnCover = coverEnd + end - margin.top <= bottom;
  if (isOnCover) {
    pages = 0;
    sheet.pdf.switchToPage(coverPages - 1);
    sheet.moveTo(coverEnd);
  } else sheet.newPage();
  sheet.write(heading, headingStyle, { gap: headingGap });
  for (const [index, { part, page, name, isFirst }] of lines.entries()) {
    if (!isOnCover && !sheet.fits(heights[index]!)) sheet.newPage();
    if (isFirst) sheet.down(partGap);
    const y = sheet.y();
    if (isFirst) sheet.put(part, sheet.left, y, partStyle, { width: partWidth - 8, align: "left" });
    // What a part is called is not said twice.
    sheet.put(wordsOf(lines[index]!), sheet.left + partWidth, y, titleStyle, {
      width: sheet.width - partWidth - numberWidth,
      align: "left",
      lines: rows[index],
    });
    const shown = page + 1 + (page >= coverPages ? pages : 0);
    // The number stands where the title ends.
    sheet.put(String(shown), sheet.left + sheet.width - numberWidth, y + lineHeight * (rows[index]! - 1), isFirst ? partStyle : titleStyle, {
      width: numberWidth,
      align: "right",
    });
    sheet.pdf.goTo(sheet.left, y, sheet.width, lineHeight * rows[index]! - 2, name);
    sheet.moveTo(y + lineHeight * rows[index]!);
  }
  return pages;
};
