// The report on paper: the answer first, then every part with its chart and its tables, and a number on every page.
import { closePaper } from "~/ui/paper.server";
import type { Locale } from "~/core/locale";
import type { Speech } from "../describe/speech.server";
import type { DocumentSection, ReportDocument } from "../document";
import { palette } from "../palette";
import { drawChart, heightOfChart } from "./draw-chart.server";
import { drawTable } from "./draw-table.server";
import { margin, openSheet, type Sheet } from "./sheet.server";

type Edition = { locale: Locale; publishedAt: Date };

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

const drawSection = (sheet: Sheet, speech: Speech, section: DocumentSection, isFirstOfPart: boolean) => {
  const { t, format } = speech;
  const continued = (title: string) => t("reports.continued", { title });
  const title = { face: "bold" as const, size: 14, lineGap: 1 };
  const first = section.charts[0];
  const above = section.introduction ? Math.min(sheet.heightOf(section.introduction, sheet.width, introductionStyle) + 12, 240) : 0;
  const ahead = above + sheet.heightOf(section.title, sheet.width, title) + (section.sub ? sheet.heightOf(section.sub, sheet.width, {}) : 0) + 28;
  sheet.need(Math.min(ahead + (first ? heightOfChart(first) : 70), 600));
  sheet.pdf.outline.addItem(sheet.clean(section.title).slice(0, 120));
  if (isFirstOfPart && section.part !== section.title) sheet.write(section.part, partStyle, { gap: 3 });
  if (section.introduction) sheet.write(section.introduction, introductionStyle, { gap: 10 });
  sheet.write(section.title, title, { gap: 2 });
  if (section.sub) sheet.write(section.sub, { colour: palette.ink2 }, { gap: 8 });
  else sheet.down(4);
  for (const chart of section.charts) drawChart(sheet, chart, format);
  for (const note of section.notes) {
    sheet.need(Math.min(sheet.heightOf(note, sheet.width, noteStyle), 500));
    sheet.write(note, noteStyle, { gap: 2 });
  }
  if (section.notes.length > 0) sheet.down(8);
  for (const table of section.tables) drawTable(sheet, table, continued);
  for (const { words, about } of section.quotes) {
    sheet.need(Math.min(sheet.heightOf(words, sheet.width - 20, { face: "serif", size: 11.5 }) + 22, 500));
    sheet.write(`“${words}”`, { face: "serif", size: 11.5, lineGap: 2 }, { x: sheet.left + 12, width: sheet.width - 24, gap: 0 });
    if (about) sheet.write(about, { size: 8, colour: palette.ink3 }, { x: sheet.left + 12, gap: 0 });
    sheet.down(8);
  }
  sheet.down(20);
};

/** Below the margin nothing may begin a page, so the margin is taken away while the foot is written. */
const numberPages = (sheet: Sheet, { t }: Speech, document: ReportDocument) => {
  const { pdf } = sheet;
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - margin.bottom + 22;
    const foot = { size: 7.5, colour: palette.ink3 };
    sheet.put(`${document.trial} · ${document.state}`, sheet.left, y, foot, { width: sheet.width - 110, align: "left" });
    sheet.put(t("reports.pdf_page", { page: page + 1, pages: count }), sheet.left + sheet.width - 105, y, foot, { width: 105, align: "right" });
  }
};

/** The same version gives the same pages, also tomorrow: the file is dated by its publication. */
export const makePdf = async (speech: Speech, document: ReportDocument, { locale, publishedAt }: Edition): Promise<Buffer> => {
  const sheet = openSheet({ title: `${document.trial}: ${document.headline}`, language: locale, at: publishedAt });
  drawCover(sheet, speech, document);
  const sections = document.sections.filter(({ block }) => block !== "action_standards");
  for (const [index, section] of sections.entries()) {
    drawSection(sheet, speech, section, sections[index - 1]?.part !== section.part);
    // Other people get their turn between the parts of a long document.
    if (index % 4 === 3) await new Promise((resolve) => setImmediate(resolve));
  }
  if (sheet.hasMissingLetters()) sheet.write(speech.t("files.pdf_missing_letters"), noteStyle);
  numberPages(sheet, speech, document);
  return closePaper(sheet);
};
