// A file of comma-separated values as rows with their line numbers, read as a stream.
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { namedColumns, type StudyMap } from "./map";
import { excerpt, type ProblemList } from "./problems";
import { fileLimits, readText, Unreadable } from "./read-lines.server";

export type Row = { line: number; cells: string[] };

type Parsed = { record: string[]; info: { lines: number } };

const lineBreaks = (cells: readonly string[]): number => cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/** Cells are trimmed. Throws `Unreadable` where nothing can be read on. */
export async function* readRows(source: AsyncIterable<Uint8Array>, delimiter: string, problems: ProblemList): AsyncGenerator<Row> {
  const parser = parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: fileLimits.lineBytes });
  // A failure of the source reaches the parser, and through it the loop below.
  const text = Readable.from(readText(source, problems), { objectMode: true });
  text.once("error", (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { line: info.lines - lineBreaks(record), cells: record.map((cell) => cell.trim()) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.add({ line: typeof error.lines === "number" ? error.lines : null, key: "bad_quotes" });
    throw new Unreadable();
  } finally {
    text.destroy();
  }
}

/** Where each column that the map names stands, or null after saying what is wrong with the heading. */
export const locateColumns = (heading: Row | undefined, map: StudyMap, problems: ProblemList): Map<string, number> | null => {
  if (!heading) {
    problems.add({ line: null, key: "empty_file" });
    return null;
  }
  const { line, cells } = heading;
  if (cells.length > fileLimits.columns) {
    problems.add({ line, key: "too_many_columns", values: { found: cells.length, max: fileLimits.columns } });
    return null;
  }
  const before = problems.total;
  const places = new Map<string, number>();
  for (const [index, name] of cells.entries()) {
    if (places.has(name)) problems.add({ line, column: excerpt(name), key: "repeated_column" });
    places.set(name, index);
  }
  const named = [...namedColumns(map), ...map.ignore];
  for (const name of named) if (!places.has(name)) problems.add({ line, column: name, key: "missing_column" });
  for (const name of cells) if (!named.includes(name)) problems.add({ line, column: excerpt(name), key: "unknown_column" });
  return problems.total === before ? places : null;
};
