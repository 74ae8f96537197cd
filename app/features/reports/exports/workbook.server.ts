// The report as a spreadsheet: one sheet per block, the answers, and what their columns mean.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { CsvCell } from "./csv";
import { codebookHeader, codebookRows } from "./codebook.server";
import type { Speech } from "./describe/speech.server";
import type { DocumentCell, DocumentSection, DocumentTable, ReportDocument } from "./document";

/** Texts are typed as texts, so that nothing that people wrote is ever computed, whatever it begins with. */
type SheetCell =
  | {
      value: string;
      type: StringConstructor;
      fontWeight?: "bold";
      fontSize?: number;
      wrap?: boolean;
      indent?: number;
      align?: "left" | "right";
      bottomBorderStyle?: "thin";
    }
  | { value: number; type: NumberConstructor; format?: string }
  | null;

const mostLetters = 32_000;
/** Characters that XML cannot hold, among them halves of pairs. */
const cleaned = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .slice(0, mostLetters);
const words = (text: string): SheetCell => (text === "" ? null : { value: cleaned(text), type: String });
/** Words beside numbers, which end where words begin; without a side of its own a cell is not indented. */
const besideNumbers = (text: string): SheetCell => (text === "" ? null : { value: cleaned(text), type: String, align: "left", indent: 1 });
const bold = (text: string): SheetCell => ({ value: cleaned(text) || " ", type: String, fontWeight: "bold" });
const title = (text: string): SheetCell => ({ value: cleaned(text) || " ", type: String, fontWeight: "bold", fontSize: 13 });
/** The name of a column: over numbers it stands as they do, and it is wrapped rather than cut. */
const heading = (text: string, isNumber: boolean, isFirst = false): SheetCell => ({
  value: cleaned(text) || " ",
  type: String,
  fontWeight: "bold",
  wrap: true,
  ...(isNumber ? { align: "right" as const } : { align: "left" as const, indent: isFirst ? 0 : 1 }),
  bottomBorderStyle: "thin",
});
/** A long note goes on in the next row, for a cell shows one line. */
const lineLength = 130;
const inLines = (text: string): string[] =>
  text.split(/[ \n]+/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + word.length < lineLength ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);
const amount = (value: number, format?: string): SheetCell => ({ value, type: Number, format });
const plain = (cell: CsvCell): SheetCell => (cell === null ? null : typeof cell === "number" ? amount(cell) : words(cell));

/** What a column holds beside its numbers: ends of an interval, letters. Each gets a column of its own. */
type Width = { hasEnds: boolean; hasValue: boolean; hasLetters: boolean; isNumber: boolean };
const widthsOf = ({ head, rows }: DocumentTable): Width[] =>
  head.map((_, column) => {
    const cells = rows.map((row) => row[column]).filter((cell) => typeof cell === "object");
    const isSpan = cells.some(({ kind }) => kind === "span");
    return {
      hasValue: !isSpan,
      isNumber: cells.length > 0,
      hasEnds: isSpan || cells.some((cell) => cell.kind === "amount" && cell.within !== undefined),
      hasLetters: cells.some((cell) => cell.kind === "amount" && cell.letters !== undefined),
    };
  });

const cellsOf = (cell: DocumentCell, { hasValue, hasEnds, hasLetters }: Width, isFirst: boolean): SheetCell[] => {
  const text = typeof cell === "string" ? [isFirst ? words(cell) : besideNumbers(cell)] : null;
  const ends = typeof cell === "string" ? null : cell.kind === "span" ? cell : (cell.within ?? null);
  const pattern = typeof cell === "string" ? undefined : cell.pattern;
  return [
    ...(hasValue ? (text ?? [typeof cell === "object" && cell.kind === "amount" ? amount(cell.value, pattern) : null]) : []),
    ...(hasEnds ? (ends ? [amount(ends.lower, pattern), amount(ends.upper, pattern)] : [...(hasValue ? [null] : (text ?? [null])), null]) : []),
    ...(hasLetters ? [typeof cell === "object" && cell.kind === "amount" ? besideNumbers(cell.letters ?? "") : null] : []),
  ];
};

const tableRows = ({ t }: Speech, table: DocumentTable): SheetCell[][] => {
  const wide = widthsOf(table);
  const head = table.head.flatMap((name, column) => {
    const { hasValue, hasEnds, hasLetters, isNumber } = wide[column]!;
    return [
      ...(hasValue ? [heading(name, isNumber, column === 0)] : []),
      ...(hasEnds ? [heading(t("reports.lower_end", { name }), true), heading(t("reports.upper_end", { name }), true)] : []),
      ...(hasLetters ? [heading(t("files.letters_of", { name }), false)] : []),
    ];
  });
  return [[bold(table.caption)], head, ...table.rows.map((row) => row.flatMap((cell, column) => cellsOf(cell, wide[column]!, column === 0))), []];
};

const sectionRows = (speech: Speech, section: DocumentSection): SheetCell[][] => [
  ...(section.introduction ? [...inLines(section.introduction).map((line) => [words(line)]), []] : []),
  [title(section.title)],
  ...[section.sub, ...section.notes].filter(Boolean).flatMap((text) => inLines(text).map((line) => [words(line)])),
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
    [title(document.headline)],
    ...[document.summary, document.trial, document.facts.join(" · "), document.state]
      .filter(Boolean)
      .flatMap((text) => inLines(text).map((line) => [words(line)])),
    [words(t("reports.export_rounding"))],
    ...(data.rows === null ? [[words(t("reports.export_too_long"))]] : []),
  ];
  const sheets: { name: string; rows: SheetCell[][]; first: number; others?: number[]; isData?: boolean }[] = [
    { name: t("reports.sheet_about"), rows: about, first: 90 },
    ...blocks.map((block) => {
      const own = document.sections.filter((section) => section.block === block);
      return { name: own[0]!.part, rows: own.flatMap((section) => sectionRows(speech, section)), first: 54 };
    }),
    { name: t("reports.sheet_data"), rows: [data.header.map(bold), ...(data.rows ?? []).map((row) => row.map(plain))], first: 14, isData: true },
    {
      name: t("reports.sheet_codebook"),
      rows: [codebookHeader(speech).map(bold), ...codebookRows(speech, data.questions).map((row) => row.map(words))],
      first: 24,
      others: [70, 20, 110],
      isData: true,
    },
  ];
  const names = sheetNames(sheets.map(({ name }) => name));
  return writeExcelFile(
    sheets.map(({ rows, first, others = [], isData }, index) => ({
      sheet: names[index]!,
      data: rows,
      columns: [{ width: first }, ...Array.from({ length: Math.max(40, data.header.length) }, (_, column) => ({ width: others[column] ?? 16 }))],
      stickyRowsCount: isData ? 1 : 0,
      // On paper a table is wider than high.
      orientation: "landscape" as const,
    })),
    { fontFamily: "Arial", fontSize: 10 },
  ).toBuffer();
};
