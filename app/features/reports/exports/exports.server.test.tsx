// Every file is read back by another reader than the one that wrote it, and holds the numbers of the page.
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { createReadStream, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "~/core/locale";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { LanguageProvider, StringsContext } from "~/i18n/language";
import { allStrings } from "~/i18n/strings.server";
import type { Database } from "~db/client.server";
import { participants, questionnaireVersions } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { canonicalJson } from "../canonical-json";
import { drawReport } from "../charts/draw-report.server";
import { ReportView } from "../components/report-view";
import { publishReport } from "../publish-report.server";
import { getLiveReport, getVersion } from "../queries.server";
import type { RatingsBlock } from "../rating-result";
import type { ReportBlock, ReportContent } from "../report";
import { csvCell } from "./csv";
import { describeReport } from "./describe/describe-report.server";
import { speechOf } from "./describe/speech.server";
import type { ReportDocument } from "./document";
import { exportReport } from "./export-report.server";
import { makePdf } from "./pdf/make-pdf.server";
import { makeSlides } from "./slides.server";
import { makeWorkbook } from "./workbook.server";

const carrots = "db/seed/studies/carrots";
const published = { number: 1, publishedAt: new Date("2026-11-02T05:00:00Z") };
const languages = ["en", "id"] as const;

const publishCarrots = async (db: Database) => {
  await createCast(db);
  const ctx = contextFor(db);
  const csv = createReadStream(`${carrots}/data.csv`);
  const { trialId } = await importTrial(ctx, { map: readFileSync(`${carrots}/map.json`, "utf8"), csv, dryRun: false });
  await publishReport(ctx, { trialId: trialId! });
  const take = async (format: string, locale: Locale = "en") => {
    const { body } = await exportReport(ctx, { trialId: trialId!, number: 1, format, locale });
    return new Uint8Array(await new Response(body as BodyInit).arrayBuffer());
  };
  return { ctx, trialId: trialId!, take };
};

const pageOf = (content: ReportContent, locale: Locale): string =>
  renderToStaticMarkup(
    <StringsContext.Provider value={allStrings}>
      <LanguageProvider locale={locale}>
        <ReportView content={content} charts={drawReport(content)} />
      </LanguageProvider>
    </StringsContext.Provider>,
  );

const unescaped = (xml: string) =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
const closed = (text: string) => text.replace(/\s+/g, "");
/** What stands in the cells of the tables of a page. */
const tableCells = (html: string): string[] => [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => unescaped(cell!.replace(/<[^>]*>/g, "")).trim());
const numbersIn = (text: string): string[] => text.match(/[+−<]?\s?\d[\d.,]*(\s?%)?/g)?.map(closed) ?? [];
const cellsOf = (document: ReportDocument) => document.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()));

type Sheet = { name: string; cells: { type: string; text: string }[]; hasFormula: boolean };

/** The sheets of a workbook, read from its XML. */
const sheetsOf = (bytes: Uint8Array): Sheet[] => {
  const files = unzipSync(bytes);
  const text = (path: string) => strFromU8(files[path]!);
  const strings = files["xl/sharedStrings.xml"]
    ? [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => unescaped(item!.replace(/<[^>]*>/g, "")))
    : [];
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => unescaped(name!));
  return names.map((name, index) => {
    const xml = text(`xl/worksheets/sheet${index + 1}.xml`);
    const cells = [...xml.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].map(([, attributes, inner]) => {
      const type = /t="(\w+)"/.exec(attributes!)?.[1] ?? "n";
      const value = unescaped(inner!.replace(/<[^>]*>/g, ""));
      return { type, text: type === "s" ? strings[Number(value)]! : value };
    });
    return { name, cells, hasFormula: /<f[ >]/.test(xml) };
  });
};

const textOfPdf = async (bytes: Uint8Array) => {
  const { totalPages, text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return { totalPages, text };
};

let content: ReportContent;
beforeAll(
  rolledBack(async (db) => {
    const { ctx, trialId } = await publishCarrots(db);
    content = (await getVersion(ctx, trialId, 1)).content;
  }),
  60_000,
);

describe.each(languages)("the numbers of the page (%s)", (locale) => {
  const made = () => describeReport(content, published, locale);

  it("all stand in the document that every file is made from", () => {
    const inDocument = new Set(cellsOf(made()).flatMap((cell) => numbersIn(typeof cell === "string" ? cell : cell.shown)));
    const onPage = tableCells(pageOf(content, locale)).flatMap(numbersIn);
    expect(onPage.length).toBeGreaterThan(1000);
    expect(onPage.filter((number) => !inDocument.has(number))).toEqual([]);
  });

  it("all stand in the PDF, on numbered pages in the product's typefaces", { timeout: 30_000 }, async () => {
    const bytes = await makePdf(speechOf(locale, content.prototypes), made(), { locale, publishedAt: published.publishedAt });
    const { totalPages, text } = await textOfPdf(new Uint8Array(bytes));
    const inPdf = closed(text);
    const missing = cellsOf(made()).filter((cell) => !inPdf.includes(closed(typeof cell === "string" ? cell : cell.shown)));
    expect(missing).toEqual([]);
    expect(inPdf).toContain(closed(locale === "en" ? `Page ${totalPages} of ${totalPages}` : `Halaman ${totalPages} dari ${totalPages}`));
    expect(bytes.toString("latin1")).toMatch(/PlusJakartaSans/);
  });

  it("all stand in the workbook, unrounded and as numbers", async () => {
    const bytes = await makeWorkbook(speechOf(locale, content.prototypes), made(), { questions: [], header: ["participant"], rows: [] });
    const numbers = new Set(sheetsOf(bytes).flatMap(({ cells }) => cells.filter(({ type }) => type === "n").map(({ text }) => Number(text))));
    const wanted = cellsOf(made()).flatMap((cell) => (typeof cell === "string" ? [] : cell.kind === "span" ? [cell.lower, cell.upper] : [cell.value]));
    expect(wanted.length).toBeGreaterThan(1000);
    expect(wanted.filter((value) => !numbers.has(value))).toEqual([]);
    const means = content.blocks.flatMap((block) => ("ratings" in block ? block.ratings.flatMap(({ rows }) => rows.map(({ mean }) => mean!)) : []));
    expect(means.filter((mean) => !numbers.has(mean))).toEqual([]);
  });

  it("stand in the charts of the slides, which keep them to be edited", async () => {
    const document = made();
    const files = unzipSync(await makeSlides(document));
    const charts = Object.keys(files).filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path));
    const inCharts = new Set(charts.flatMap((path) => [...strFromU8(files[path]!).matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value))));
    const wanted = document.sections.flatMap(({ charts: drawn }) =>
      drawn.flatMap((chart) =>
        chart.kind === "means"
          ? chart.points.map(({ value }) => value)
          : chart.kind === "shares"
            ? chart.bars.flatMap(({ shares }) => shares)
            : chart.kind === "amounts"
              ? chart.bars.map(({ value }) => value)
              : chart.points.flatMap(({ across, up }) => [across, up]),
      ),
    );
    expect(charts).toHaveLength(document.sections.flatMap((section) => section.charts).length);
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((value) => !inCharts.has(value))).toEqual([]);
    expect(Object.keys(files).filter((path) => /embeddings\/.*\.xlsx$/.test(path))).toHaveLength(charts.length);
  });
});

describe("the answers behind a version", () => {
  it(
    "give the published means when they are averaged again, and come under pseudonyms that are new each time",
    rolledBack(async (db) => {
      const { take } = await publishCarrots(db);
      const read = async (format: string) => parse<Record<string, string>>(Buffer.from(await take(format)), { columns: true, bom: true });
      const [wide, long] = [await read("wide.csv"), await read("long.csv")];
      for (const { key, rows } of content.blocks.flatMap((block) => ("ratings" in block ? (block as RatingsBlock).ratings : []))) {
        for (const { code, n, mean } of rows) {
          const values = wide.filter((row) => row.code === code && row[key] !== "").map((row) => Number(row[key]));
          const listed = long.filter((row) => row.code === code && row.question === key && row.status === "answered").map((row) => Number(row.value));
          expect([values.length, listed.length]).toEqual([n, n]);
          expect(values.reduce((sum, value) => sum + value, 0) / n).toBeCloseTo(mean!, 12);
          expect(listed.reduce((sum, value) => sum + value, 0) / n).toBeCloseTo(mean!, 12);
        }
      }
      const first = wide.map(({ participant, liking }) => `${participant} ${liking}`);
      const again = (await read("wide.csv")).map(({ participant, liking }) => `${participant} ${liking}`);
      expect(again).not.toEqual(first);
    }),
    30_000,
  );

  it(
    "do not include who withdrew since, nor answers about health",
    rolledBack(async (db) => {
      const { ctx, trialId, take } = await publishCarrots(db);
      const rows = async () => parse<Record<string, string>>(Buffer.from(await take("wide.csv")), { columns: true, bom: true });
      const before = await rows();
      const [someone] = await db.select().from(participants).where(eq(participants.trialId, trialId)).limit(1);
      await db.update(participants).set({ state: "withdrawn" }).where(eq(participants.id, someone!.id));
      expect(new Set((await rows()).map(({ participant }) => participant)).size).toBe(new Set(before.map(({ participant }) => participant)).size - 1);
      const { trial } = await getVersion(ctx, trialId, 1);
      expect(Object.keys(before[0]!)).toContain("sweetness");
      const inForce = eq(questionnaireVersions.id, trial.questionnaireVersionId!);
      const [version] = await db.select().from(questionnaireVersions).where(inForce);
      const questions = version!.definition.questions.map((question) =>
        question.key === "sweetness" ? { ...question, dataClass: "health" as const } : question,
      );
      await db.execute(sql`alter table questionnaire_versions disable trigger user`);
      await db
        .update(questionnaireVersions)
        .set({ definition: { ...version!.definition, questions } })
        .where(inForce);
      expect(Object.keys((await rows())[0]!)).not.toContain("sweetness");
      expect(Object.keys(before[0]!)).not.toContain("age_band");
    }),
    30_000,
  );

  it(
    "are the same bytes of JSON when the report is computed again",
    rolledBack(async (db) => {
      const { ctx, trialId, take } = await publishCarrots(db);
      const { content: again } = await getLiveReport(ctx, trialId);
      expect(Buffer.from(await take("json")).toString("utf8")).toBe(canonicalJson(again));
    }),
    30_000,
  );

  it(
    "come with a script that knows every published mean",
    rolledBack(async (db) => {
      const { take } = await publishCarrots(db);
      const script = Buffer.from(await take("R")).toString("utf8");
      const means = content.blocks.flatMap((block) => (block.block === "liking" ? block.ratings[0]!.rows.map(({ mean }) => String(mean)) : []));
      expect(means.length).toBe(12);
      expect(means.filter((mean) => !script.includes(mean))).toEqual([]);
      expect(script).toContain('read.csv("report-');
    }),
    30_000,
  );
});

describe("a text that looks like a formula", () => {
  const dangers = ['=HYPERLINK("http://evil.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"];

  it("is led by an apostrophe in CSV, while numbers stay numbers", () => {
    for (const danger of dangers) expect(csvCell(danger).replace(/^"/, "")).toMatch(/^'/);
    expect(csvCell(-2.5)).toBe("-2.5");
  });

  it("is a text in the workbook and in the workbooks inside the slides, never a formula", async () => {
    const renamed = { ...content, prototypes: content.prototypes.map((prototype, index) => ({ ...prototype, name: dangers[index % 4]! })) };
    const document = describeReport(renamed, published, "en");
    const books = [
      await makeWorkbook(speechOf("en", renamed.prototypes), document, { questions: [], header: ["why"], rows: dangers.map((danger) => [danger]) }),
    ];
    const files = unzipSync(await makeSlides(document));
    books.push(
      ...Object.keys(files)
        .filter((path) => /embeddings\/.*\.xlsx$/.test(path))
        .map((path) => Buffer.from(files[path]!)),
    );
    const sheets = books.flatMap((book) => sheetsOf(book));
    expect(sheets.some(({ hasFormula }) => hasFormula)).toBe(false);
    const cells = sheets.flatMap((sheet) => sheet.cells).filter(({ text }) => text.startsWith("=HYPERLINK"));
    expect(cells.length).toBeGreaterThan(3);
    expect(new Set(cells.map(({ type }) => type)).size).toBe(1);
    expect(["s", "str", "inlineStr"]).toContain(cells[0]!.type);
  });
});

describe("what nobody foresaw", () => {
  const speech = speechOf("en", []);
  const finish = async (document: ReportDocument) => {
    const pdf = await makePdf(speech, document, { locale: "en", publishedAt: published.publishedAt });
    const slides = await makeSlides(document);
    const book = await makeWorkbook(speech, document, { questions: [], header: [], rows: [] });
    return { text: (await textOfPdf(new Uint8Array(pdf))).text, slides: unzipSync(slides), sheets: sheetsOf(book) };
  };

  it("a block without words of its own is in every file, with all its numbers", async () => {
    const block = {
      block: "brand_new",
      title: { en: "Something new", id: "Sesuatu yang baru" },
      people: 71,
      rows: [{ code: "482", n: 63, share: 0.375, interval: { lower: 0.25, upper: 0.5 }, text: { en: "Row", id: "Baris" } }],
      groups: [{ label: { en: "Few", id: "Sedikit" }, cells: [{ n: 17, mean: 4.25 }] }],
    };
    const document = describeReport({ ...content, blocks: [...content.blocks, block as unknown as ReportBlock] }, published, "en");
    const { text, slides, sheets } = await finish(document);
    expect(text).toContain("Something new");
    for (const shown of ["71", "63", "38 %", "0.25", "17", "4.25"]) expect(closed(text)).toContain(closed(shown));
    const sheet = sheets.find(({ name }) => name === "brand new")!;
    expect(sheet.cells.filter(({ type }) => type === "n").map((cell) => Number(cell.text))).toEqual(
      expect.arrayContaining([71, 63, 0.375, 0.25, 0.5, 17, 4.25]),
    );
    expect(Object.keys(slides).some((path) => path.startsWith("ppt/slides/slide") && strFromU8(slides[path]!).includes("Something new"))).toBe(true);
  });

  it("a report of nothing, and one of letters that no typeface has, break no file", async () => {
    const odd = { en: "مرحبا 😀 \u0007\ud800 你好 & <b>", id: "" };
    await finish(describeReport({ ...content, blocks: [], findings: [], prototypes: [] }, published, "id"));
    const { text } = await finish(
      describeReport(
        {
          ...content,
          headline: odd,
          summary: { en: "x".repeat(10_000), id: "" },
          prototypes: content.prototypes.map((prototype) => ({ ...prototype, name: odd.en })),
        },
        published,
        "en",
      ),
    );
    expect(text).not.toMatch(/NaN|undefined|\[object/);
  });

  it("more than 25 pages are typeset within five seconds", async () => {
    const long = { ...content, blocks: [...content.blocks, ...content.blocks] };
    const from = performance.now();
    const bytes = await makePdf(speech, describeReport(long, published, "en"), { locale: "en", publishedAt: published.publishedAt });
    const ms = performance.now() - from;
    expect((await textOfPdf(new Uint8Array(bytes))).totalPages).toBeGreaterThan(25);
    expect(ms).toBeLessThan(5_000);
  }, 20_000);
});
