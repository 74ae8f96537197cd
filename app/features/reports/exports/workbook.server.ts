// The report as a spreadsheet: one sheet per block, the answers, and what their columns mean.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { CsvCell } from "./csv";
import { codebookHeader, codebookRows } from "./codebook.server";
import type { Speech } from "./describe/speech.server";
import type { DocumentCell, DocumentSection, DocumentTable, ReportDocument } from "./document";

/** Texts are typed as texts, so that nothing that people wrote is ever computed, whatever it begins with. */
type SheetCell =
  { value: string; type: StringConstructor; fontWeight?: "bold"; wrap?: boolean } | { value: number; type: NumberConstructor; format?: string } | null;

const mostLetters = 32_000;
/** Characters that XML cannot hold, among them halves of pairs. */
const cleaned = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .slice(0, mostLetters);
const words = (text: string): SheetCell => (text === "" ? null : { value: cleaned(text), type: String });
const bold = (text: string): SheetCell => ({ value: cleaned(text) || " ", type: String, fontWeight: "bold" });
const amount = (value: number, format?: string): SheetCell => ({ value, type: Number, format });
const plain = (cell: CsvCell): SheetCell => (cell === null ? null : typeof cell === "number" ? amount(cell) : words(cell));

/** What a column holds beside its numbers: ends of an interval, letters. Each gets a column of its own. */
type Width = { hasEnds: boolean; hasValue: boolean; hasLetters: boolean };
const widthsOf = ({ head, rows }: DocumentTable): Width[] =>
  head.map((_, column) => {
    const cells = rows.map((row) => row[column]).filter((cell) => typeof cell === "object");
    const isSpan = cells.some(({ kind }) => kind === "span");
    return {
      hasValue: !isSpan,
      hasEnds: isSpan || cells.some((cell) => cell.kind === "amount" && cell.within !== undefined),
      hasLetters: cells.some((cell) => cell.kind === "amount" && cell.letters !== undefined),
    };
  });

const cellsOf = (cell: DocumentCell, { hasValue, hasEnds, hasLetters }: Width): SheetCell[] => {
  const text = typeof cell === "string" ? [words(cell)] : null;
  const ends = typeof cell === "string" ? null : cell.kind === "span" ? cell : (cell.within ?? null);
  const pattern = typeof cell === "string" ? undefined : cell.pattern;
  return [
    ...(hasValue ? (text ?? [typeof cell === "object" && cell.kind === "amount" ? amount(cell.value, pattern) : null]) : []),
    ...(hasEnds ? (ends ? [amount(ends.lower, pattern), amount(ends.upper, pattern)] : [...(hasValue ? [null] : (text ?? [null])), null]) : []),
    ...(hasLetters ? [typeof cell === "object" && cell.kind === "amount" ? words(cell.letters ?? "") : null] : []),
  ];
};

const tableRows = ({ t }: Speech, table: DocumentTable): SheetCell[][] => {
  const wide = widthsOf(table);
  const head = table.head.flatMap((name, column) => {
    const { hasValue, hasEnds, hasLetters } = wide[column]!;
    return [
      ...(hasValue ? [bold(name)] : []),
      ...(hasEnds ? [bold(t("reports.lower_end", { name })), bold(t("reports.upper_end", { name }))] : []),
      ...(hasLetters ? [bold(t("files.letters_of", { name }))] : []),
    ];
  });
  return [[bold(table.caption)], head, ...table.rows.map((row) => row.flatMap((cell, column) => cellsOf(cell, wide[column]!))), []];
};

const sectionRows = (speech: Speech, section: DocumentSection): SheetCell[][] => [
  ...(section.introduction ? [[words(section.introduction)], []] : []),
  [bold(section.title)],
  ...[section.sub, ...section.notes].filter(Boolean).map((text) => [words(text)]),
  [],
  ...section.tables.flatMap((table) => tableRows(speech, table)),
  ...section.quotes.map(({ words: quoted, about }) => [words(quoted), words(about)]),
];

/** A spreadsheet allows 31 letters, none of them one of these, and no name twice. */
const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base =
      name
        .replace(/[\\/?*[\]:'<>&"]/g, " ")
        .trim()
        .slice(0, 28) || "-";
    let own = base;
    for (let again = 2; taken.has(own.toLowerCase()); again += 1) own = `${base.slice(0, 28)} ${again}`;
    taken.add(own.toLowerCase());
    return own;
  });
};

export type WorkbookData = { questions: readonly Question[]; header: string[]; rows: CsvCell[][] | null };

export const makeWorkbook = async (speech: Speech, document: ReportDocument, data: WorkbookData): Promise<Buffer> => {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const { t } = speech;
  const blocks = [...new Set(document.sections.map(({ block }) => block))];
  const about: SheetCell[][] = [
    [bold(document.headline)],
    ...[document.summary, document.trial, document.facts.join(" · "), document.state].filter(Boolean).map((text) => [words(text)]),
    [words(t("reports.export_rounding"))],
    ...(data.rows === null ? [[words(t("reports.export_too_long"))]] : []),
  ];
  const sheets = [
    { name: t("reports.sheet_about"), rows: about, first: 90 },
    ...blocks.map((block) => {
      const own = document.sections.filter((section) => section.block === block);
      return { name: own[0]!.part, rows: own.flatMap((section) => sectionRows(speech, section)), first: 44 };
    }),
    { name: t("reports.sheet_data"), rows: [data.header.map(bold), ...(data.rows ?? []).map((row) => row.map(plain))], first: 14, isData: true },
    {
      name: t("reports.sheet_codebook"),
      rows: [codebookHeader(speech).map(bold), ...codebookRows(speech, data.questions).map((row) => row.map(words))],
      first: 24,
      isData: true,
    },
  ];
  const names = sheetNames(sheets.map(({ name }) => name));
  return writeExcelFile(
    sheets.map(({ rows, first, isData }, index) => ({
      sheet: names[index]!,
      data: rows,
      columns: [{ width: first }, ...Array.from({ length: 40 }, () => ({ width: 16 }))],
      stickyRowsCount: isData ? 1 : 0,
    })),
  ).toBuffer();
};
