// The report as slides: the answer, then a slide per part, with charts that a presentation program can edit.
import type { DocumentCell, DocumentSection, DocumentTable, ReportDocument } from "./document";
import { palette } from "./palette";
import { addChart, cleaned, face, type Presentation, type Slide } from "./slide-charts.server";

const wide = { w: 13.333, h: 7.5 };
const edge = 0.6;
const inner = wide.w - 2 * edge;
const textOf = (cell: DocumentCell) => (typeof cell === "string" ? cell : cell.shown);
const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const mostRows = 14;
const mostColumns = 9;

type Border = { type: "solid" | "none"; pt?: number; color?: string };
const borders: [Border, Border, Border, Border] = [{ type: "none" }, { type: "none" }, { type: "solid", pt: 0.5, color: palette.line }, { type: "none" }];

const addTable = (slide: Slide, table: DocumentTable, place: { x: number; y: number; w: number }) => {
  const cell = (text: string, isNumber: boolean, isHead = false) => ({
    text: shortened(cleaned(text), 90),
    options: {
      fontFace: face,
      fontSize: 10,
      bold: isHead,
      color: isHead ? palette.ink2 : palette.ink,
      align: isNumber ? ("right" as const) : ("left" as const),
      border: borders,
    },
  });
  const isNumber = table.head.map((_, column) => table.rows.some((row) => typeof row[column] === "object"));
  const rows = [
    table.head.map((name, column) => cell(name, isNumber[column]!, true)),
    ...table.rows.slice(0, mostRows).map((row) => row.map((own, column) => cell(textOf(own), isNumber[column]!))),
  ];
  slide.addTable(rows, { ...place, autoPage: false, margin: 0.04, colW: columnWidths(table, place.w) });
};

const columnWidths = ({ head, rows }: DocumentTable, total: number): number[] => {
  const letters = head.map((name, column) =>
    Math.min(44, Math.max(6, name.length * 0.7, ...rows.slice(0, mostRows).map((row) => textOf(row[column] ?? "").length))),
  );
  const sum = letters.reduce((all, own) => all + own, 0);
  return letters.map((own) => (own / sum) * total);
};

const begin = (pptx: Presentation, section: Pick<DocumentSection, "title" | "sub">): Slide => {
  const slide = pptx.addSlide({ masterName: "part" });
  slide.addText(shortened(cleaned(section.title), 170), {
    x: edge,
    y: 0.4,
    w: inner,
    h: 0.85,
    fontFace: face,
    fontSize: 24,
    bold: true,
    color: palette.ink,
    valign: "top",
    fit: "shrink",
    margin: 0,
  });
  if (section.sub)
    slide.addText(shortened(cleaned(section.sub), 220), {
      x: edge,
      y: 1.28,
      w: inner,
      h: 0.42,
      fontFace: face,
      fontSize: 12,
      color: palette.ink2,
      valign: "top",
      margin: 0,
    });
  return slide;
};

const addSection = (pptx: Presentation, section: DocumentSection) => {
  const tables = section.tables.filter(({ head, rows }) => head.length <= mostColumns && rows.length <= mostRows);
  const [chart, ...others] = section.charts;
  // Where everything in a part is too long for a slide, the first table says that the rest is in the spreadsheet, by being cut.
  const shown =
    chart || tables.length > 0
      ? tables
      : section.tables
          .slice(0, 1)
          .map(({ caption, head, rows }) => ({ caption, head: head.slice(0, mostColumns), rows: rows.map((row) => row.slice(0, mostColumns)) }));
  const [first, ...rest] = shown;
  if (chart || first || section.quotes.length > 0 || section.notes.length > 0) {
    const slide = begin(pptx, section);
    const y = 1.85;
    const isBeside = chart !== undefined && first !== undefined && first.head.length <= 6;
    if (chart) addChart(slide, chart, { x: edge, y, w: isBeside ? 6.6 : inner, h: 4.75 }, section.title);
    if (first && (isBeside || !chart)) addTable(slide, first, isBeside ? { x: edge + 6.8, y, w: inner - 6.8 } : { x: edge, y, w: inner });
    if (!chart && !first) addWords(slide, section, y);
    if (section.notes.length > 0) slide.addNotes(section.notes.map(cleaned).join("\n"));
    for (const table of chart && first && !isBeside ? [first, ...rest] : rest)
      addTable(begin(pptx, { title: section.title, sub: table.caption }), table, { x: edge, y, w: inner });
  }
  for (const other of others) addChart(begin(pptx, section), other, { x: edge, y: 1.85, w: inner, h: 4.75 }, section.title);
};

const mostQuotes = 6;
const addWords = (slide: Slide, { quotes, notes }: DocumentSection, y: number) => {
  const lines =
    quotes.length > 0
      ? quotes.slice(0, mostQuotes).flatMap(({ words, about }) => [
          {
            text: `“${shortened(cleaned(words), 260)}”`,
            options: { italic: true, fontFace: "Source Serif 4", fontSize: 15, color: palette.ink, breakLine: true },
          },
          { text: cleaned(about) || " ", options: { fontFace: face, fontSize: 11, color: palette.ink3, breakLine: true } },
        ])
      : notes.map((note) => ({
          text: shortened(cleaned(note), 420),
          options: { fontFace: face, fontSize: 11, color: palette.ink2, breakLine: true, paraSpaceAfter: 5 },
        }));
  slide.addText(lines, { x: edge, y, w: inner, h: 4.9, valign: "top", margin: 0, fit: "shrink" });
};

const addCover = (pptx: Presentation, document: ReportDocument) => {
  const [decision] = document.sections.filter(({ block }) => block === "action_standards");
  const slide = pptx.addSlide();
  slide.background = { color: palette.leafTint };
  if (decision)
    slide.addText(cleaned(decision.title), {
      x: edge,
      y: 0.9,
      w: 4.5,
      h: 0.45,
      shape: pptx.ShapeType.roundRect,
      rectRadius: 0.2,
      fill: { color: palette.leaf },
      color: "FFFFFF",
      bold: true,
      fontFace: face,
      fontSize: 14,
      align: "center",
    });
  slide.addText(shortened(cleaned(document.headline), 200), {
    x: edge,
    y: 1.6,
    w: inner - 1,
    h: 2.2,
    fontFace: face,
    fontSize: 38,
    bold: true,
    color: palette.ink,
    valign: "top",
    margin: 0,
    fit: "shrink",
  });
  if (document.summary)
    slide.addText(shortened(cleaned(document.summary), 900), {
      x: edge,
      y: 3.95,
      w: inner - 1,
      h: 1.9,
      fontFace: face,
      fontSize: 15,
      color: palette.ink2,
      valign: "top",
      margin: 0,
      fit: "shrink",
    });
  slide.addText(
    [document.trial, document.facts.join(" · "), document.state].map((text) => ({ text: cleaned(text), options: { breakLine: true } })),
    { x: edge, y: 6.15, w: inner, h: 0.95, fontFace: face, fontSize: 12, color: palette.ink2, valign: "top", margin: 0 },
  );
  for (const table of decision?.tables ?? []) addTable(begin(pptx, { title: document.headline, sub: table.caption }), table, { x: edge, y: 1.85, w: inner });
};

export const makeSlides = async (document: ReportDocument): Promise<Uint8Array> => {
  const { default: PptxGenJs } = await import("pptxgenjs");
  const pptx: Presentation = new PptxGenJs();
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = cleaned(`${document.trial}: ${document.headline}`);
  pptx.company = "Kawan";
  pptx.author = "Kawan";
  pptx.theme = { headFontFace: face, bodyFontFace: face };
  pptx.defineSlideMaster({
    title: "part",
    background: { color: "FFFFFF" },
    objects: [
      {
        text: {
          text: shortened(cleaned(`${document.trial} · ${document.state}`), 120),
          options: { x: edge, y: 7.02, w: 10, h: 0.3, fontFace: face, fontSize: 9, color: palette.ink3, margin: 0 },
        },
      },
    ],
    slideNumber: { x: wide.w - edge - 0.5, y: 7.02, w: 0.5, h: 0.3, fontFace: face, fontSize: 9, color: palette.ink3, align: "right" },
  });
  addCover(pptx, document);
  for (const section of document.sections.filter(({ block }) => block !== "action_standards")) addSection(pptx, section);
  return (await pptx.write({ outputType: "uint8array" })) as Uint8Array;
};
