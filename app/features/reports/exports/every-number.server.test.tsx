// Every file is read back by another reader than the one that wrote it, and holds the numbers of the page.
import { parse } from "csv-parse/sync";
import { createReadStream, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "~/core/locale";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { LanguageProvider, StringsContext } from "~/i18n/language";
import { allStrings } from "~/i18n/strings.server";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { everyQuestion, varied } from "../../../../tests/support/every-question";
import { chartTextsOfPage, closed, numbersIn, pagesOfPdf, sheetsOf, slidesOf, tablesOfPage, textOfPdf } from "../../../../tests/support/read-files";
import { storeStudy } from "../../../../tests/support/stored-study";
import { weighStudy } from "../../../../tests/support/weigh-study";
import { canonicalJson } from "../canonical-json";
import { drawReport } from "../charts/draw-report.server";
import { ReportView } from "../components/report-view";
import { byPrototype } from "../crosstabs/crosstab";
import { pinCrosstab } from "../crosstabs/pin-crosstab.server";
import { reportCsv } from "../export-csv.server";
import { publishReport } from "../publish-report.server";
import { getVersion } from "../queries.server";
import { questionBlockNames } from "../question-result";
import type { ReportContent } from "../report";
import { describeReport } from "./describe/describe-report.server";
import { speechOf } from "./describe/speech.server";
import type { DocumentCell, DocumentChart, ReportDocument } from "./document";
import { makePdf } from "./pdf/make-pdf.server";
import { makeSlides } from "./slides.server";
import { makeWorkbook } from "./workbook.server";

const published = { number: 1, publishedAt: new Date("2026-11-02T05:00:00Z") };
const carrots = "db/seed/studies/carrots";
const contents: Record<string, ReportContent> = {};
const studies = [
  { study: "carrots", locale: "en" },
  { study: "carrots", locale: "id" },
  { study: "every question", locale: "en" },
  { study: "every question", locale: "id" },
  { study: "weighted", locale: "en" },
  { study: "weighted", locale: "id" },
] as const;

beforeAll(
  rolledBack(async (db) => {
    const cast = await createCast(db);
    const ctx = contextFor(db);
    const map = readFileSync(`${carrots}/map.json`, "utf8");
    const { trialId } = await importTrial(ctx, { map, csv: createReadStream(`${carrots}/data.csv`), dryRun: false });
    const weighted = await storeStudy(db, {
      teamId: cast.teamId,
      prototypes: ["Citra", "Segar", "Alami"],
      people: 60,
      questions: everyQuestion,
      profile: (person) => ({ sex: person % 4 ? "female" : "male" }),
      answer: varied,
    });
    await weighStudy(ctx, weighted, { sex: { female: "50", male: "50" } });
    const made = await storeStudy(db, { teamId: cast.teamId, prototypes: ["Citra", "Segar", "Alami"], people: 60, questions: everyQuestion, answer: varied });
    for (const [study, id] of [
      ["carrots", trialId!],
      ["every question", made],
      ["weighted", weighted],
    ] as const) {
      if (study === "every question") {
        const spec = { question: "foam", by: [byPrototype], prototype: null, adjustment: "holm" as const, isWeighted: false };
        await pinCrosstab(ctx, { trialId: id, spec, isPinned: true });
      }
      await publishReport(ctx, { trialId: id });
      contents[study] = (await getVersion(ctx, id, 1)).content;
    }
  }),
  60_000,
);

const pageOf = (content: ReportContent, locale: Locale): string =>
  renderToStaticMarkup(
    <StringsContext.Provider value={allStrings}>
      <LanguageProvider locale={locale}>
        <ReportView content={content} charts={drawReport(content)} />
      </LanguageProvider>
    </StringsContext.Provider>,
  );

const shownIn = (cell: DocumentCell) => (typeof cell === "string" ? cell : cell.shown);
const tablesIn = (document: ReportDocument) => document.sections.flatMap(({ tables }) => tables);
const cellsOf = (document: ReportDocument) => tablesIn(document).flatMap(({ rows }) => rows.flat());
/** What a document knows about its cells, unrounded. */
const valuesOf = (document: ReportDocument): number[] =>
  cellsOf(document).flatMap((cell) => {
    if (typeof cell === "string") return [];
    if (cell.kind === "span") return [cell.lower, cell.upper];
    return cell.within ? [cell.value, cell.within.lower, cell.within.upper] : [cell.value];
  });

const numbersOfChart = (chart: DocumentChart): number[] => {
  switch (chart.kind) {
    case "intervals":
      return chart.points.map(({ value }) => value);
    case "profile":
      return chart.lines.flatMap(({ values }) => values.filter((value) => value !== null));
    case "curves":
      return [...chart.at, ...chart.curves.flatMap(({ shares }) => shares)];
    case "shares":
      return chart.bars.flatMap(({ shares }) => shares);
    case "amounts":
      return chart.bars.map(({ value }) => value);
    case "points":
      return chart.points.flatMap(({ across, up }) => [across, up]);
  }
};

const numbersInside = (value: unknown): number[] =>
  typeof value === "number" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersInside) : [];

describe.each(studies)("the numbers of the page ($study, $locale)", ({ study, locale }) => {
  const content = () => contents[study]!;
  const made = () => describeReport(content(), published, locale);
  const speech = () => speechOf(locale, content().prototypes);

  it("stand in the document that every file is made from, row for row", () => {
    const rowsOf = (rows: string[][]) => JSON.stringify(rows.map((row) => row.join(" ")));
    const inDocument = new Set(tablesIn(made()).map(({ rows }) => rowsOf(rows.map((row) => row.slice(1).flatMap((cell) => numbersIn(shownIn(cell)))))));
    const html = pageOf(content(), locale);
    const onPage = tablesOfPage(html);
    expect(onPage.flat(2).length).toBeGreaterThan(400);
    expect(onPage.map(rowsOf).filter((table) => !inDocument.has(table))).toEqual([]);
    const inCharts = new Set(
      made().sections.flatMap(({ charts }) =>
        charts.flatMap((chart) => (chart.kind === "intervals" ? chart.points.map(({ shown, letters }) => closed(`${shown} ${letters}`)) : [])),
      ),
    );
    const written = chartTextsOfPage(html).filter((text) => !text.endsWith("%") && /^[−\d]/.test(text));
    expect(written.filter((text) => !inCharts.has(closed(text)))).toEqual([]);
  });

  it("have words: no block is listed by the names of its fields", () => {
    for (const { block, part, title, tables } of made().sections) {
      expect(part, block).toMatch(/^\p{Lu}/u);
      expect(title, block).not.toBe("");
      expect(title, block).not.toBe(block.replaceAll("_", " "));
      for (const { caption } of tables) expect(caption, block).toMatch(/^[\p{Lu}“]/u);
    }
  });

  it("stand in the PDF, on numbered pages in the product's typefaces", { timeout: 30_000 }, async () => {
    const bytes = await makePdf(speech(), made(), { locale, publishedAt: published.publishedAt });
    const { totalPages, text } = await textOfPdf(new Uint8Array(bytes));
    const inPdf = closed(text);
    expect(cellsOf(made()).filter((cell) => !inPdf.includes(closed(shownIn(cell))))).toEqual([]);
    expect(inPdf).toContain(closed(locale === "en" ? `Page ${totalPages} of ${totalPages}` : `Halaman ${totalPages} dari ${totalPages}`));
    expect(bytes.toString("latin1")).toMatch(/PlusJakartaSans/);
    // Contents name the page on which each finding stands.
    const pages = await pagesOfPdf(new Uint8Array(bytes));
    const heading = locale === "en" ? "Contents" : "Daftar isi";
    const contents = pages.findIndex((page) => closed(page).includes(closed(heading)));
    expect(contents).toBeGreaterThanOrEqual(0);
    // They stand at the foot of the cover where it has room, and go on on the next page where they are long.
    const printed = pages.slice(contents, contents + 2).flatMap((page) => page.split("\n"));
    const lines = printed.slice(printed.findIndex((line) => closed(line) === closed(heading)) + 1);
    const titles = made().sections.filter(({ block }) => block !== "action_standards" && block !== "method");
    const misplaced = titles.filter(({ title }) => {
      const start = closed(title.slice(0, 40));
      // A long title has its number on its second line; the weighted finding of a question may hold the words of the other.
      const numbers = lines.flatMap((own, index) =>
        closed(own).includes(start) ? [Number(/(\d+)\s*$/.exec((closed(own).includes(closed(title)) ? own : lines[index + 1]) ?? "")?.[1])] : [],
      );
      return !numbers.some((number) => closed(pages[number - 1] ?? "").includes(start));
    });
    expect(misplaced.map(({ title }) => title)).toEqual([]);
  });

  it("stand in the workbook, unrounded and as numbers, on a sheet for every block", async () => {
    const sheets = sheetsOf(await makeWorkbook(speech(), made(), { questions: [], header: ["participant"], rows: [] }));
    const numbers = new Set(sheets.flatMap(({ cells }) => cells.filter(({ type }) => type === "n").map(({ text }) => Number(text))));
    expect(valuesOf(made()).length).toBeGreaterThan(400);
    expect(valuesOf(made()).filter((value) => !numbers.has(value))).toEqual([]);
    const texts = new Set(sheets.flatMap(({ cells }) => cells.map(({ text }) => text)));
    expect(cellsOf(made()).filter((cell) => typeof cell === "object" && cell.kind === "amount" && cell.letters && !texts.has(cell.letters))).toEqual([]);
    expect(sheets.map(({ name }) => name.toLowerCase())).toEqual(
      expect.arrayContaining([...new Set(made().sections.map(({ part }) => part.toLowerCase().slice(0, 28).trim()))]),
    );
  });

  it("stand in the charts of the slides, which keep them to be edited, and in their tables", async () => {
    const { numbers, errorBars, tableTexts, workbooks } = slidesOf(await makeSlides(speech(), made()));
    const charts = made().sections.flatMap((section) => section.charts);
    expect(numbers).toHaveLength(charts.length);
    for (const [index, chart] of charts.entries()) {
      const own = new Set(numbers[index]);
      expect(numbersOfChart(chart).filter((value) => !own.has(value))).toEqual([]);
      const points = chart.kind === "intervals" ? chart.points.toReversed() : [];
      const reach = points.some(({ lower }) => lower !== null)
        ? {
            plus: points.map(({ value, upper }) => (upper === null ? 0 : upper - value)),
            minus: points.map(({ value, lower }) => (lower === null ? 0 : value - lower)),
          }
        : null;
      expect(errorBars[index], chart.title).toEqual(reach);
    }
    expect(workbooks).toHaveLength(charts.length);
    const shown = new Set(cellsOf(made()).map((cell) => closed(shownIn(cell))));
    const inTables = tableTexts.filter((text) => /\d/.test(text) && !text.endsWith("…") && !/[“(]/.test(text) && /^[+−<\d]/.test(text));
    expect(inTables.length).toBeGreaterThan(20);
    const heads = new Set(tablesIn(made()).flatMap(({ head }) => head.map(closed)));
    expect(inTables.filter((text) => !shown.has(closed(text)) && !heads.has(closed(text)))).toEqual([]);
  });

  it("stand in the table of every number and in the JSON, unrounded", () => {
    const rows = parse<{ value: string }>(reportCsv(content()), { columns: true, bom: true });
    const inCsv = new Set(rows.map(({ value }) => Number(value)));
    const inJson = new Set(numbersInside(JSON.parse(canonicalJson(content()))));
    expect(valuesOf(made()).filter((value) => !inCsv.has(value))).toEqual([]);
    // How many gave no answer is a sum that only tables show.
    expect(valuesOf(made()).filter((value) => !inJson.has(value) && !Number.isInteger(value))).toEqual([]);
  });
});

it("every kind of question has a block in the study of every question", () => {
  const blocks = new Set(contents["every question"]!.blocks.map(({ block }) => block));
  // These need themes, a diary or ideas, weights, or what the worker computes.
  const withoutAnswersHere = new Set(["ideas", "themes", "diary", "weighted", "liking_groups", "turf"]);
  expect(questionBlockNames.filter((name) => !blocks.has(name) && !withoutAnswersHere.has(name))).toEqual([]);
});
