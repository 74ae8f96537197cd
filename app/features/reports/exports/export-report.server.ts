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
import { exportFormats, isDocument, typeOfFile, type DocumentFormat, type ExportFormat } from "./formats";
import { makeRScript } from "./r-script/make-r-script.server";
import { madeFile } from "./report-files.server";

export type ExportedFile = { name: string; type: string; body: string | Uint8Array | ReadableStream<Uint8Array> };

type Version = Awaited<ReturnType<typeof getVersion>>;
type Maker = (ctx: Context, version: Version) => Promise<ExportedFile["body"]>;

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

const answersOf = (ctx: Context, { trial, content }: Version) => loadAnswersOfVersion(ctx, trial, content);

const makers: Record<Exclude<ExportFormat, DocumentFormat>, Maker> = {
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

/** Null for a document that the worker has not made yet. */
export const exportReport = async (ctx: Context, input: { trialId: number; number: number; format: string; locale: Locale }): Promise<ExportedFile | null> => {
  const version = await getVersion(ctx, input.trialId, input.number);
  const format = exportFormats.find((name) => name === input.format);
  if (!format) throw new NotFound("format");
  authorize(ctx.actor, "see-report", { teamId: version.trial.teamId });
  const body = isDocument(format) ? await madeFile(ctx, version, format, input.locale) : await makers[format](ctx, version);
  if (body === null) return null;
  await record(ctx, { kind: "data.exported", subject: { kind: "trial", id: version.trial.id }, data: { what: "report", format, number: input.number } });
  return { name: fileName(version.trial.id, input.number, format), type: typeOfFile[format], body };
};
