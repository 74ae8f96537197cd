// The answers behind a version, texts that look like formulas, and what nobody foresaw. That every number is the page's: every-number.server.test.tsx.
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { createReadStream, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "~/core/locale";
import { importTrial } from "~/features/trials/import/import-trial.server";
import type { Database } from "~db/client.server";
import { participants, questionnaireVersions } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { closed, sheetsOf, textOfPdf } from "../../../../tests/support/read-files";
import { storeStudy } from "../../../../tests/support/stored-study";
import { canonicalJson } from "../canonical-json";
import { publishReport } from "../publish-report.server";
import { getLiveReport, getVersion } from "../queries.server";
import type { RatingsBlock } from "../rating-result";
import type { ReportBlock, ReportContent } from "../report";
import { csvCell } from "./csv";
import { describeReport } from "./describe/describe-report.server";
import { section, speechOf } from "./describe/speech.server";
import type { ReportDocument } from "./document";
import { exportReport } from "./export-report.server";
import { makeDocument } from "./make-document.server";
import { makePdf } from "./pdf/make-pdf.server";
import { makeSlides } from "./slides.server";
import { makeWorkbook } from "./workbook.server";

const carrots = "db/seed/studies/carrots";
const published = { number: 1, publishedAt: new Date("2026-11-02T05:00:00Z") };

const publishCarrots = async (db: Database) => {
  await createCast(db);
  const ctx = contextFor(db);
  const csv = createReadStream(`${carrots}/data.csv`);
  const { trialId } = await importTrial(ctx, { map: readFileSync(`${carrots}/map.json`, "utf8"), csv, dryRun: false });
  await publishReport(ctx, { trialId: trialId! });
  const take = async (format: string, locale: Locale = "en") => {
    const file = await exportReport(ctx, { trialId: trialId!, number: 1, format, locale });
    return new Uint8Array(await new Response(file!.body as BodyInit).arrayBuffer());
  };
  return { ctx, trialId: trialId!, take };
};

let content: ReportContent;
beforeAll(
  rolledBack(async (db) => {
    const { ctx, trialId } = await publishCarrots(db);
    content = (await getVersion(ctx, trialId, 1)).content;
  }),
  60_000,
);

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
    const files = unzipSync(await makeSlides(speechOf("en", []), document));
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

describe("what people wrote", () => {
  const written = [
    "=1+1",
    "+62 812",
    "-5",
    "@SUM(A1)",
    "\t=1",
    'kata "kutip", koma; titik',
    "baris pertama\nbaris kedua",
    "مرحبا بالعالم",
    "😀 👩‍👩‍👧 ❤️",
    "x".repeat(10_000),
    "café – “jeruk”",
  ];

  it(
    "survives in every table of answers, whatever its script, its length and its first sign",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const ctx = contextFor(db);
      const trialId = await storeStudy(db, {
        teamId: cast.teamId,
        prototypes: ["A"],
        people: written.length,
        questions: [{ key: "why", type: "open_text", config: { maxLength: 10_000, minLength: 0, offersIdea: false } }],
        answer: (person) => written[person],
      });
      await publishReport(ctx, { trialId });
      const take = async (format: string) =>
        Buffer.from(await new Response((await exportReport(ctx, { trialId, number: 1, format, locale: "id" }))!.body as BodyInit).arrayBuffer());
      const guarded = written.map((text) => (/^\s*[=+\-@]/.test(text) ? `'${text}` : text)).sort();
      for (const [format, column] of [
        ["wide.csv", "why"],
        ["long.csv", "value"],
      ] as const) {
        const bytes = await take(format);
        expect([...bytes.subarray(0, 3)], format).toEqual([0xef, 0xbb, 0xbf]);
        const rows = parse<Record<string, string>>(bytes, { columns: true, bom: true });
        expect(rows.map((row) => row[column]!).sort(), format).toEqual(guarded);
      }
      const version = await getVersion(ctx, trialId, 1);
      const texts = new Set(sheetsOf(await makeDocument(ctx, version, "xlsx", "id")).flatMap(({ cells }) => cells.map(({ text }) => text)));
      expect(written.filter((text) => !texts.has(text))).toEqual([]);
    }),
    30_000,
  );

  it("prints the nearest letter where the typefaces of the PDF have none, and few dots for a word without any", async () => {
    const sections = [section("quotations", "Kutipan", { quotes: [{ words: "Święto ≥ ½ ﬁne Ａ مرحبا", about: "" }] })];
    const document = { headline: "x", summary: "", trial: "x", facts: [], state: "x", sections };
    const pdf = await makePdf(speechOf("id", []), document, { locale: "id", publishedAt: published.publishedAt });
    expect(closed((await textOfPdf(new Uint8Array(pdf))).text)).toContain(closed("“Swieto >= ½ fine A ···”"));
  });
});

describe("a prototype whose name the typefaces of the PDF cannot write", () => {
  it("goes by its code, in sentences and in tables, and the file says so", async () => {
    const prototypes = [{ code: "166", name: "شراب الشوكولاتة", isBenchmark: false }];
    const table = { caption: "Means", head: ["Prototype"], rows: [["شراب الشوكولاتة 166"]] };
    const sections = [section("liking", "شراب الشوكولاتة is liked", { tables: [table] })];
    const document = { headline: "x", summary: "", trial: "x", facts: [], state: "x", sections };
    const pdf = await makePdf(speechOf("en", prototypes), document, { locale: "en", publishedAt: published.publishedAt, prototypes });
    const { text } = await textOfPdf(new Uint8Array(pdf));
    expect(text).toContain("166 is liked");
    expect(text).not.toContain("166 166");
    expect(closed(text)).toContain(closed("Prototypes whose names this file cannot write stand under their codes."));
  });
});

describe("what is found, on the first page of a file", () => {
  const tableIn = (findings: ReportContent["findings"], headline = content.headline) =>
    describeReport({ ...content, findings, headline }, published, "en").sections[0]!.tables.find(({ caption }) => caption === "Findings");
  const finding = (index: number): ReportContent["findings"][number] => ({ key: `f${index}`, block: "liking", text: { en: `Finding ${index}`, id: "" } });
  const noHeadline = { en: "", id: "" };

  it("is not listed below a headline that says the same", () => {
    expect(tableIn([finding(1)], noHeadline)).toBeUndefined();
    expect(tableIn([finding(1)], { en: "Written by somebody", id: "" })!.rows).toEqual([["Finding 1"]]);
  });

  it("is cut after eight, with how many there are more", () => {
    const rows = tableIn(Array.from({ length: 37 }, (_, index) => finding(index)))!.rows;
    expect(rows).toHaveLength(9);
    expect(rows.at(-1)).toEqual(["and 29 more, each in its own part"]);
  });

  it("speaks of no design and lists no prototypes where nothing was tried", () => {
    const blocks = content.blocks.map((block) => (block.block === "base" ? { ...block, prototypes: [] } : block));
    const document = describeReport({ ...content, blocks, prototypes: [] }, published, "en");
    expect(document.facts).not.toContain("one after the other");
    expect(document.sections.find(({ block }) => block === "base")!.tables.map(({ caption }) => caption)).not.toContain("Answered questionnaires");
  });
});

describe("what nobody foresaw", { timeout: 90_000 }, () => {
  const speech = speechOf("en", []);
  const finish = async (document: ReportDocument) => {
    const pdf = await makePdf(speech, document, { locale: "en", publishedAt: published.publishedAt });
    const slides = await makeSlides(speechOf("en", []), document);
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

  // How long it takes says the bench: tests/bench/documents.mjs.
  it("more than 25 pages are typeset", async () => {
    const long = { ...content, blocks: [...content.blocks, ...content.blocks] };
    const bytes = await makePdf(speech, describeReport(long, published, "en"), { locale: "en", publishedAt: published.publishedAt });
    expect((await textOfPdf(new Uint8Array(bytes))).totalPages).toBeGreaterThan(25);
  });
});
