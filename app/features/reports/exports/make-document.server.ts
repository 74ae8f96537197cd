// A version as a PDF, slides or a workbook. The libraries behind a file are loaded when the first one is made: a server that exports nothing does not carry them.
import type { Context } from "~/core/context";
import type { Locale } from "~/core/locale";
import type { getVersion } from "../queries.server";
import { loadAnswersOfVersion, wideHeader, wideRow, type AnswersOfVersion } from "./answers.server";
import type { CsvCell } from "./csv";
import { describeReport } from "./describe/describe-report.server";
import { speechOf } from "./describe/speech.server";
import type { DocumentFormat } from "./formats";

type Version = Awaited<ReturnType<typeof getVersion>>;
type Maker = (ctx: Context, version: Version, locale: Locale) => Promise<Uint8Array>;

/** Beyond this a workbook would not open any more; the answers are in the CSV. */
const mostSheetCells = 600_000;

const sheetRows = async (answers: AnswersOfVersion, columns: number): Promise<CsvCell[][] | null> => {
  const rows: CsvCell[][] = [];
  for await (const batch of answers.batches()) {
    for (const row of batch) rows.push(wideRow(answers.questions, row));
    if (rows.length * columns > mostSheetCells) return null;
  }
  return rows;
};

const makers: Record<DocumentFormat, Maker> = {
  xlsx: async (ctx, { trial, content, version }, locale) => {
    const { makeWorkbook } = await import("./workbook.server");
    const answers = await loadAnswersOfVersion(ctx, trial, content);
    const header = wideHeader(answers.questions);
    const data = { questions: answers.questions, header, rows: await sheetRows(answers, header.length) };
    return makeWorkbook(speechOf(locale, content.prototypes), describeReport(content, version, locale), data);
  },
  pptx: async (_ctx, { content, version }, locale) => {
    const { makeSlides } = await import("./slides.server");
    return makeSlides(speechOf(locale, content.prototypes), describeReport(content, version, locale));
  },
  pdf: async (_ctx, { content, version }, locale) => {
    const { makePdf } = await import("./pdf/make-pdf.server");
    return makePdf(speechOf(locale, content.prototypes), describeReport(content, version, locale), {
      locale,
      publishedAt: version.publishedAt,
      prototypes: content.prototypes,
    });
  },
};

export const makeDocument = (ctx: Context, version: Version, format: DocumentFormat, locale: Locale): Promise<Uint8Array> =>
  makers[format](ctx, version, locale);
