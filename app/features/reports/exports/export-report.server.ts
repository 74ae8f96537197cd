// A published version leaves the house as a file; that it did is recorded.
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { canonicalJson } from "../canonical-json";
import { reportCsv } from "../export-csv.server";
import { getVersion } from "../queries.server";
import { loadAnswersOfVersion, longHeader, longRows, wideHeader, wideRow, type AnswersOfVersion } from "./answers.server";
import { csvLine, type CsvCell } from "./csv";
import { describeReport } from "./describe/describe-report.server";
import { speechOf } from "./describe/speech.server";
import { exportFormats, typeOfFile, type ExportFormat } from "./formats";
import { makeRScript } from "./r-script.server";

export type ExportedFile = { name: string; type: string; body: string | Uint8Array | ReadableStream<Uint8Array> };

type Version = Awaited<ReturnType<typeof getVersion>>;
type Maker = (ctx: Context, version: Version, locale: Locale) => Promise<ExportedFile["body"]>;

/** Beyond this a workbook would not open any more; the answers are in the CSV. */
const mostSheetCells = 600_000;

const streamed = (header: string[], answers: AnswersOfVersion, linesOf: (row: Parameters<typeof wideRow>[1]) => CsvCell[][]): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const batches = answers.batches();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csvLine(header)}`)),
    pull: async (controller) => {
      const { value, done } = await batches.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.flatMap((row) => linesOf(row).map(csvLine)).join("")));
    },
    cancel: async () => void (await batches.return(undefined)),
  });
};

const sheetRows = async (answers: AnswersOfVersion, columns: number): Promise<CsvCell[][] | null> => {
  const rows: CsvCell[][] = [];
  for await (const batch of answers.batches()) {
    for (const row of batch) rows.push(wideRow(answers.questions, row));
    if (rows.length * columns > mostSheetCells) return null;
  }
  return rows;
};

const answersOf = (ctx: Context, { trial, content }: Version) => loadAnswersOfVersion(ctx, trial, content);

/** The libraries behind a file are loaded when the first one is asked for: a server that exports nothing does not carry them. */
const makers: Record<ExportFormat, Maker> = {
  xlsx: async (ctx, version, locale) => {
    const { makeWorkbook } = await import("./workbook.server");
    const answers = await answersOf(ctx, version);
    const header = wideHeader(answers.questions);
    const speech = speechOf(locale, version.content.prototypes);
    const data = { questions: answers.questions, header, rows: await sheetRows(answers, header.length) };
    return makeWorkbook(speech, describeReport(version.content, version.version, locale), data);
  },
  pptx: async (_ctx, { content, version }, locale) => {
    const { makeSlides } = await import("./slides.server");
    return makeSlides(speechOf(locale, content.prototypes), describeReport(content, version, locale));
  },
  pdf: async (_ctx, { content, version }, locale) => {
    const { makePdf } = await import("./pdf/make-pdf.server");
    return makePdf(speechOf(locale, content.prototypes), describeReport(content, version, locale), { locale, publishedAt: version.publishedAt });
  },
  json: async (_ctx, { content }) => canonicalJson(content),
  csv: async (_ctx, { content }) => reportCsv(content),
  "long.csv": async (ctx, version) => {
    const answers = await answersOf(ctx, version);
    return streamed(longHeader, answers, (row) => longRows(answers.questions, row));
  },
  "wide.csv": async (ctx, version) => {
    const answers = await answersOf(ctx, version);
    return streamed(wideHeader(answers.questions), answers, (row) => [wideRow(answers.questions, row)]);
  },
  R: async (_ctx, { trial, version, content }) =>
    makeRScript(content, fileName(trial.id, version.number, "wide.csv"), `Kawan ${version.softwareVersion}, report ${trial.id}, version ${version.number}`),
};

const fileName = (trialId: number, number: number, format: ExportFormat) => `report-${trialId}-version-${number}.${format}`;

export const exportReport = async (ctx: Context, input: { trialId: number; number: number; format: string; locale: Locale }): Promise<ExportedFile> => {
  const version = await getVersion(ctx, input.trialId, input.number);
  const format = exportFormats.find((name) => name === input.format);
  if (!format) throw new NotFound("format");
  authorize(ctx.actor, "see-report", { teamId: version.trial.teamId });
  const body = await makers[format](ctx, version, input.locale);
  await record(ctx, { kind: "data.exported", subject: { kind: "trial", id: version.trial.id }, data: { what: "report", format, number: input.number } });
  return { name: fileName(version.trial.id, input.number, format), type: typeOfFile[format], body };
};
