// The report as slides: the answer, then a slide per part, with charts that a presentation program can edit.
import type { Speech } from "./describe/speech.server";
import type { DocumentChart, DocumentSection, DocumentTable, ReportDocument } from "./document";
import { palette } from "./palette";
import { finishCharts } from "./slide-chart-xml.server";
import { addChart, cleaned, face, serif, type Presentation, type Slide } from "./slide-charts.server";
import { shortened } from "./chart-names";
import { addTables, besideEachOther, edge, fitsIn, inner, isForSlides, space, twoColumns, wide, type Start } from "./slide-tables.server";

/** Two lines of a title; a longer one is set smaller rather than cut. */
const sizeOfTitle = (title: string): number => (title.length <= 140 ? 24 : title.length <= 180 ? 20 : 16);
const mostOfTitle = 320;

const begin = (pptx: Presentation, section: Pick<DocumentSection, "part" | "title" | "sub">): Slide => {
  const slide = pptx.addSlide({ masterName: "part" });
  slide.addText(cleaned(section.part), { x: edge, y: 0.28, w: inner, h: 0.25, fontFace: face, fontSize: 11, bold: true, color: palette.leaf, margin: 0 });
  slide.addText(shortened(cleaned(section.title), mostOfTitle), {
    x: edge,
    y: 0.55,
    w: inner,
    h: 0.85,
    fontFace: face,
    fontSize: sizeOfTitle(section.title),
    bold: true,
    color: palette.ink,
    valign: "top",
    fit: "shrink",
    margin: 0,
  });
  if (section.sub)
    slide.addText(shortened(cleaned(section.sub), 280), {
      x: edge,
      y: 1.42,
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

/** A chart is as high as its rows need, so that few bars stay slim. */
const heightOf = (chart: DocumentChart): number => {
  const most = space.bottom - space.top;
  if (chart.kind === "profile") return Math.min(most, 2.2 + chart.items.length * 0.3);
  const rows = chart.kind === "intervals" ? chart.points.length : chart.kind === "shares" || chart.kind === "amounts" ? chart.bars.length : Infinity;
  return Math.min(most, 0.9 + rows * 0.42);
};

/** Beside the chart, else below it where that is flat; null where the tables need a slide of their own. */
const startOf = (chart: DocumentChart | undefined, tables: readonly DocumentTable[]): Start | null => {
  if (!chart) return { columns: [{ x: edge, w: inner }], y: space.top };
  // The names in a map need the whole width.
  if (chart.kind === "points" && chart.isMap) return null;
  const under = space.top + heightOf(chart) + 0.25;
  const pair = tables.length === 2 ? besideEachOther(tables[0]!) : [];
  if (pair.length > 0 && tables.every((table, column) => fitsIn(table, pair[column]!, under))) return { columns: pair, y: under, isOneEach: true };
  const [first] = tables;
  const beside = { x: edge + 6.9, w: inner - 6.9 };
  if (first && fitsIn(first, beside)) return { columns: [beside], y: space.top };
  if (!first || !fitsIn(first, { x: edge, w: inner }, under)) return null;
  return { columns: fitsIn(first, twoColumns()[0]!, under) ? twoColumns() : [{ x: edge, w: inner }], y: under };
};

/** Questions that are only counted would fill a slide each with three lines: they share some, each under its own sentence. */
const gathered = (sections: readonly DocumentSection[]): DocumentSection[] => {
  const isSmall = ({ charts, quotes, tables, introduction }: DocumentSection) =>
    !introduction && charts.length + quotes.length === 0 && tables.length === 1 && tables[0]!.rows.length <= 6;
  const runs: DocumentSection[][] = [];
  for (const section of sections) {
    const last = runs.at(-1);
    if (last && isSmall(section) && last.every((other) => isSmall(other) && other.part === section.part)) last.push(section);
    else runs.push([section]);
  }
  return runs.map((run) => {
    const [first] = run;
    if (run.length === 1) return first!;
    const tables = run.flatMap((own) => own.tables.map((table) => ({ ...table, caption: own.title })));
    return { ...first!, title: first!.part, sub: "", notes: [...new Set(run.flatMap(({ notes }) => notes))], tables };
  });
};

/** What the authors say before a block has a slide of its own, so that it is read before the chart. */
const addIntroduction = (pptx: Presentation, { part, introduction }: DocumentSection) => {
  const lines = introduction.split(/\n+/).map((line) => ({
    text: cleaned(line),
    options: { fontFace: face, fontSize: 18, color: palette.ink, breakLine: true, paraSpaceAfter: 8 },
  }));
  begin(pptx, { part: "", title: part, sub: "" }).addText(lines, { x: edge, y: space.top, w: inner * 0.8, h: 4.6, valign: "top", margin: 0, fit: "shrink" });
};

const addSection = (pptx: Presentation, { t }: Speech, section: DocumentSection): DocumentChart[] => {
  if (section.introduction) addIntroduction(pptx, section);
  const { charts, quotes, notes } = section;
  const shown = section.tables.filter(isForSlides);
  const left = section.tables.filter((table) => !isForSlides(table));
  const [chart, ...others] = charts;
  if (charts.length + section.tables.length + quotes.length + notes.length === 0) return [];
  // Where no quotation was picked there is nothing to present.
  if (section.block === "quotations" && quotes.length === 0) return [];
  const slide = begin(pptx, section);
  if (notes.length > 0) slide.addNotes(notes.map(cleaned).join("\n"));
  const start = startOf(chart, shown);
  const isBeside = start !== null && start.y === space.top;
  if (chart) addChart(slide, chart, { x: edge, y: space.top, w: isBeside && shown.length > 0 ? 6.6 : inner, h: heightOf(chart) }, section.title);
  if (!chart && section.tables.length === 0) addWords(slide, section, space.top);
  addTables(
    slide,
    () => begin(pptx, { ...section, sub: "" }),
    shown,
    start,
    (title) => t("reports.continued", { title }),
  );
  if (left.length > 0) addFoot(slide, t("files.in_the_workbook", { tables: left.map(({ caption }) => caption).join(" · ") }));
  for (const other of others) addChart(begin(pptx, section), other, { x: edge, y: space.top, w: inner, h: heightOf(other) }, section.title);
  return charts;
};

const addFoot = (slide: Slide, text: string) =>
  slide.addText(shortened(cleaned(text), 300), {
    x: edge,
    y: 6.7,
    w: inner,
    h: 0.25,
    fontFace: face,
    fontSize: 10,
    color: palette.ink3,
    margin: 0,
  });

const mostQuotes = 6;
const addWords = (slide: Slide, { quotes, notes }: DocumentSection, y: number) => {
  const lines =
    quotes.length > 0
      ? quotes.slice(0, mostQuotes).flatMap(({ words, about }) => [
          {
            text: `“${shortened(cleaned(words), 260)}”`,
            options: { italic: true, fontFace: serif, fontSize: 15, color: palette.ink, breakLine: true },
          },
          { text: cleaned(about) || " ", options: { fontFace: face, fontSize: 11, color: palette.ink3, breakLine: true } },
        ])
      : notes.map((note) => ({
          text: shortened(cleaned(note), 900),
          options: { fontFace: face, fontSize: 11, color: palette.ink2, breakLine: true, paraSpaceAfter: 5 },
        }));
  slide.addText(lines, { x: edge, y, w: inner, h: 4.9, valign: "top", margin: 0, fit: "shrink" });
};

const addCover = (pptx: Presentation, { t }: Speech, document: ReportDocument) => {
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
  if (!decision || decision.tables.length === 0) return;
  const next = () => begin(pptx, { ...decision, title: document.headline, sub: "" });
  addTables(slide, next, decision.tables, null, (title) => t("reports.continued", { title }));
};

export const makeSlides = async (speech: Speech, document: ReportDocument): Promise<Uint8Array> => {
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
          text: `${shortened(cleaned(document.trial), 70)} · ${cleaned(document.state)}`,
          options: { x: edge, y: 7.02, w: 10, h: 0.3, fontFace: face, fontSize: 9, color: palette.ink3, margin: 0 },
        },
      },
    ],
    slideNumber: { x: wide.w - edge - 0.5, y: 7.02, w: 0.5, h: 0.3, fontFace: face, fontSize: 9, color: palette.ink3, align: "right" },
  });
  addCover(pptx, speech, document);
  const charts = gathered(document.sections.filter(({ block }) => block !== "action_standards")).flatMap((section) => addSection(pptx, speech, section));
  return finishCharts((await pptx.write({ outputType: "uint8array" })) as Uint8Array, charts);
};
