// The report on paper: the answer first, contents where it is long, then every part with its chart and its tables, and a number on every page.
import { closePaper } from "~/ui/paper.server";
import type { Locale } from "~/core/locale";
import type { Speech } from "../describe/speech.server";
import type { ReportContent } from "../../report";
import type { DocumentSection, ReportDocument } from "../document";
import { shortened } from "../chart-names";
import { palette } from "../palette";
import { drawChart, heightOfChart } from "./draw-chart.server";
import { drawContents, leastForContents, type Entry } from "./contents.server";
import { drawTable, heightOfTable } from "./draw-table.server";
import { margin, openSheet, type Sheet } from "./sheet.server";

type Edition = { locale: Locale; publishedAt: Date; prototypes?: ReportContent["prototypes"] };

const drawCover = (sheet: Sheet, { t }: Speech, document: ReportDocument) => {
  const [decision] = document.sections.filter(({ block }) => block === "action_standards");
  const inner = sheet.width - 44;
  const chip = decision?.title ?? "";
  const headline = { face: "bold" as const, size: 22, lineGap: 2 };
  const height =
    62 + sheet.heightOf(document.headline, inner, headline) + (document.summary ? sheet.heightOf(document.summary, inner, { size: 10.5, lineGap: 2 }) + 10 : 0);
  sheet.write(document.trial, { face: "bold", size: 12 }, { gap: 2 });
  sheet.write(document.facts.join(" · "), { colour: palette.ink2 }, { gap: 1 });
  sheet.write(document.state, { colour: palette.ink3 }, { gap: 14 });
  const top = sheet.y();
  sheet.pdf.roundedRect(sheet.left, top, sheet.width, height, 12).fill(`#${palette.leafTint}`);
  sheet.moveTo(top + 18);
  const chipWidth = Math.min(sheet.widthOf(chip, { face: "bold", size: 9 }) + 20, inner);
  if (chip) {
    sheet.pdf.roundedRect(sheet.left + 22, sheet.y(), chipWidth, 17, 8.5).fill(`#${palette.leaf}`);
    sheet.put(chip, sheet.left + 32, top + 21, { face: "bold", size: 9, colour: "ffffff" });
  }
  sheet.moveTo(top + 44);
  sheet.write(document.headline, headline, { x: sheet.left + 22, width: inner, gap: 6 });
  if (document.summary) sheet.write(document.summary, { size: 10.5, colour: palette.ink2, lineGap: 2 }, { x: sheet.left + 22, width: inner });
  sheet.moveTo(top + height + 20);
  const continued = (title: string) => t("reports.continued", { title });
  for (const table of decision?.tables ?? []) drawTable(sheet, table, continued);
  sheet.down(14);
};

const partStyle = { face: "bold" as const, size: 8.5, colour: palette.leaf };
const introductionStyle = { size: 10.5, colour: palette.ink2, lineGap: 2 };
const noteStyle = { size: 8, colour: palette.ink3 };

const titleStyle = { face: "bold" as const, size: 14, lineGap: 1 };
const quoteStyle = { face: "serif" as const, size: 11.5, lineGap: 2 };

/** A short part is not cut in two. */
const keptWhole = 400;
const sum = (heights: readonly number[]) => heights.reduce((all, height) => all + height, 0);

const headHeight = (sheet: Sheet, { title, sub, introduction }: DocumentSection) =>
  (introduction ? Math.min(sheet.heightOf(introduction, sheet.width, introductionStyle) + 12, 240) : 0) +
  sheet.heightOf(title, sheet.width, titleStyle) +
  (sub ? sheet.heightOf(sub, sheet.width, {}) : 0) +
  28;

/** Its title with the chart or the beginning of the table; all of it where that is little. */
const roomFor = (sheet: Sheet, section: DocumentSection): number => {
  const { charts, tables, notes, quotes } = section;
  const ahead = headHeight(sheet, section);
  const noted = notes.map((note) => sheet.heightOf(note, sheet.width, noteStyle) + 3);
  // Notes stand between a title and its first table, and do not stay behind with the title.
  const least = Math.min(ahead + (charts[0] ? heightOfChart(charts[0]) : 70 + (tables.length > 0 ? sum(noted) : 0)), 600);
  if (quotes.length > 0 || tables.length > 3) return least;
  const whole = ahead + sum([...charts.map(heightOfChart), ...noted, ...tables.map((table) => heightOfTable(sheet, table))]) - 4;
  return whole <= keptWhole ? whole : least;
};

/** "Kano: how people feel …": what a method is about stands out from a page of nothing but notes. */
const drawNotes = (sheet: Sheet, { block, notes }: DocumentSection) => {
  const isAllText = block === "method";
  for (const note of notes) {
    const style = isAllText ? { size: 8.5, colour: palette.ink2 } : noteStyle;
    sheet.need(Math.min(sheet.heightOf(note, sheet.width, style), 500));
    const about = isAllText ? /^[^.:]{3,60}:(?= )/.exec(note)?.[0] : undefined;
    sheet.write(note, style, { gap: isAllText ? 6 : 2, lead: about });
  }
  if (notes.length > 0) sheet.down(8);
};

const drawSection = (sheet: Sheet, speech: Speech, section: DocumentSection, isFirstOfPart: boolean, entries: Entry[]) => {
  const { t, format } = speech;
  const continued = (title: string) => t("reports.continued", { title });
  sheet.need(roomFor(sheet, section));
  const name = `section-${entries.length}`;
  entries.push({ part: section.part, title: section.title, page: sheet.page(), y: sheet.y(), name });
  sheet.pdf.addNamedDestination(name, "XYZ", null, sheet.y(), null);
  sheet.pdf.outline.addItem(sheet.clean(section.title).slice(0, 120));
  if (isFirstOfPart && section.part !== section.title) sheet.write(section.part, partStyle, { gap: 3 });
  if (section.introduction) sheet.write(section.introduction, introductionStyle, { gap: 10 });
  sheet.write(section.title, titleStyle, { gap: 2 });
  if (section.sub) sheet.write(section.sub, { colour: palette.ink2 }, { gap: 8 });
  else sheet.down(4);
  for (const chart of section.charts) drawChart(sheet, chart, format);
  drawNotes(sheet, section);
  for (const table of section.tables) drawTable(sheet, table, continued);
  for (const { words, about } of section.quotes) {
    sheet.need(Math.min(sheet.heightOf(words, sheet.width - 20, quoteStyle) + 22, 500));
    sheet.write(`“${words}”`, quoteStyle, { x: sheet.left + 12, width: sheet.width - 24, gap: 0 });
    if (about) sheet.write(about, { size: 8, colour: palette.ink3 }, { x: sheet.left + 12, gap: 0 });
    sheet.down(8);
  }
  sheet.down(16);
};

/** The pages in the order in which they are read, and how many there were before the contents. */
type Pages = { order: number[]; drawn: number };

/** Contents are drawn last, when the numbers are known: on the cover where it has room, else behind it. */
const addContents = (sheet: Sheet, speech: Speech, entries: readonly Entry[], coverPages: number, coverEnd: number): Pages => {
  const pages = Array.from({ length: sheet.page() + 1 }, (_, page) => page);
  const drawn = pages.length;
  if (drawn < leastForContents) return { order: pages, drawn };
  const added = drawContents(sheet, speech, entries, coverPages, coverEnd);
  sheet.moveLastPages(added, coverPages);
  return { order: [...pages.slice(0, coverPages), ...Array.from({ length: added }, (_, page) => drawn + page), ...pages.slice(coverPages)], drawn };
};

/** Which part a page goes on with, or begins with. */
const partOfPage = (entries: readonly Entry[], page: number): string =>
  entries.findLast((entry) => entry.page < page || (entry.page === page && entry.y < margin.top + 1))?.part ??
  entries.find((entry) => entry.page === page)?.part ??
  "";

/** Outside the margins nothing may begin a page, so they are taken away while head and foot are written. */
const numberPages = (sheet: Sheet, { t }: Speech, document: ReportDocument, { order, drawn }: Pages, entries: readonly Entry[]) => {
  const { pdf } = sheet;
  for (const [place, page] of order.entries()) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.page.margins.top = 0;
    const y = pdf.page.height - margin.bottom + 22;
    const small = { size: 7.5, colour: palette.ink3 };
    if (place > 0) {
      sheet.put(document.trial, sheet.left, margin.top - 26, small, { width: sheet.width / 2, align: "left" });
      sheet.put(page < drawn ? partOfPage(entries, page) : "", sheet.left + sheet.width / 2, margin.top - 26, small, {
        width: sheet.width / 2,
        align: "right",
      });
    }
    sheet.put(`${shortened(document.trial, 44)} · ${document.state}`, sheet.left, y, small, { width: sheet.width - 110, align: "left" });
    sheet.put(t("reports.pdf_page", { page: place + 1, pages: order.length }), sheet.left + sheet.width - 105, y, small, { width: 105, align: "right" });
  }
};

const partsOf = ({ sections }: ReportDocument) => sections.filter(({ block }) => block !== "action_standards");

const roughHeight = (section: DocumentSection): number =>
  60 +
  Math.min(240, section.introduction.length / 4) +
  sum(section.charts.map(heightOfChart)) +
  sum(section.tables.map(({ rows }) => 45 + rows.length * 15)) +
  section.quotes.length * 40;

type Drawn = { sheet: Sheet; entries: Entry[]; coverPages: number; /** Where the cover ends on its last page. */ coverEnd: number };

/** All pages but the contents. A long report begins on a page of its own, so that contents fit in between. */
const drawReport = async (speech: Speech, document: ReportDocument, { locale, publishedAt, prototypes = [] }: Edition, isLong: boolean): Promise<Drawn> => {
  const sheet = openSheet({ title: `${document.trial}: ${document.headline}`, language: locale, at: publishedAt, prototypes });
  drawCover(sheet, speech, document);
  const entries: Entry[] = [];
  const sections = partsOf(document);
  const coverPages = isLong ? sheet.page() + 1 : 1;
  const coverEnd = sheet.y();
  if (isLong) sheet.newPage();
  for (const [index, section] of sections.entries()) {
    drawSection(sheet, speech, section, sections[index - 1]?.part !== section.part, entries);
    // Other people get their turn between the parts of a long document.
    if (index % 4 === 3) await new Promise((resolve) => setImmediate(resolve));
  }
  if (sheet.hasCodesForNames) sheet.write(speech.t("files.pdf_codes_for_names"), noteStyle);
  if (sheet.hasMissingLetters()) sheet.write(speech.t("files.pdf_missing_letters"), noteStyle);
  return { sheet, entries, coverPages, coverEnd };
};

/** The same version gives the same pages, also tomorrow: the file is dated by its publication. */
export const makePdf = async (speech: Speech, document: ReportDocument, edition: Edition): Promise<Buffer> => {
  const seemsLong = sum(partsOf(document).map(roughHeight)) > (leastForContents - 1) * 700;
  const first = await drawReport(speech, document, edition, seemsLong);
  // Contents must not cut the part that begins below the cover: where there turn out to be some after all, the pages are drawn anew.
  const isLonger = !seemsLong && first.sheet.page() + 1 >= leastForContents;
  const { sheet, entries, coverPages, coverEnd } = isLonger ? await drawReport(speech, document, edition, true) : first;
  numberPages(sheet, speech, document, addContents(sheet, speech, entries, coverPages, coverEnd), entries);
  return closePaper(sheet);
};
