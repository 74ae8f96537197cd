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

const isSpan = (cell: DocumentCell | undefined) => typeof cell === "object" && cell.kind === "span";
const spanColumns = ({ head, rows }: DocumentTable): boolean[] => head.map((_, column) => rows.some((row) => isSpan(row[column])));

const cellsOf = (cell: DocumentCell, isWide: boolean): SheetCell[] => {
  if (typeof cell === "string") return isWide ? [words(cell), null] : [words(cell)];
  return cell.kind === "span" ? [amount(cell.lower, cell.pattern), amount(cell.upper, cell.pattern)] : [amount(cell.value, cell.pattern)];
};

const tableRows = ({ t }: Speech, table: DocumentTable): SheetCell[][] => {
  const wide = spanColumns(table);
  const head = table.head.flatMap((name, column) =>
    wide[column] ? [bold(t("reports.lower_end", { name })), bold(t("reports.upper_end", { name }))] : [bold(name)],
  );
  return [[bold(table.caption)], head, ...table.rows.map((row) => row.flatMap((cell, column) => cellsOf(cell, wide[column]!))), []];
};

const sectionRows = (speech: Speech, section: DocumentSection): SheetCell[][] => [
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
      return { name: sheetTitle(speech, block), rows: own.flatMap((section) => sectionRows(speech, section)), first: 44 };
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

/** The name of a block where it has one; a new block is called by its key until then. */
const sheetTitle = ({ t }: Speech, block: string): string => {
  const key = `reports.block_${block}`;
  const title = t(key as "reports.block_liking");
  return title === key ? block.replaceAll("_", " ") : title;
};
