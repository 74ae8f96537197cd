// The bytes of a file become text only where they are UTF-8; every line that is not is a problem with its number.
import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import type { ProblemList } from "./problems";

const newline = 0x0a;
export const fileLimits = { bytes: 200_000_000, lineBytes: 1_000_000, rows: 200_000, columns: 500, cell: 10_000 } as const;

/** Thrown once a problem leaves nothing to read on for; the problem itself is in the list. */
export class Unreadable extends Error {}

/** Yields the file as text, checked line by line. A byte order mark is dropped. */
export async function* readText(source: AsyncIterable<Uint8Array>, problems: ProblemList): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let unfinished: Buffer = Buffer.alloc(0);
  let line = 1;
  let total = 0;

  /** Whole lines: one look at all of them, and line by line only where something is wrong. */
  const check = (lines: Buffer) => {
    const isClean = isUtf8(lines) && !lines.includes(0);
    for (let start = 0; start < lines.length; line += 1) {
      const end = lines.indexOf(newline, start);
      const bytes = lines.subarray(start, end < 0 ? lines.length : end + 1);
      start += bytes.length;
      if (isClean) continue;
      if (bytes.includes(0)) {
        problems.add({ line, key: "utf16" });
        throw new Unreadable();
      }
      if (!isUtf8(bytes)) problems.add({ line, key: "not_utf8" });
    }
  };

  for await (const piece of source) {
    const isStart = total === 0;
    total += piece.length;
    if (total > fileLimits.bytes) {
      problems.add({ line: null, key: "file_too_large", values: { megabytes: fileLimits.bytes / 1_000_000 } });
      throw new Unreadable();
    }
    const bytes: Buffer = Buffer.concat([unfinished, piece]);
    if (isStart && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
      problems.add({ line: 1, key: "utf16" });
      throw new Unreadable();
    }
    const end = bytes.lastIndexOf(newline) + 1;
    unfinished = bytes.subarray(end);
    if (unfinished.length > fileLimits.lineBytes) {
      problems.add({ line, key: "line_too_long" });
      throw new Unreadable();
    }
    check(bytes.subarray(0, end));
    if (end > 0) yield decoder.write(bytes.subarray(0, end));
  }
  if (unfinished.length > 0) {
    check(unfinished);
    yield decoder.write(unfinished) + decoder.end();
  }
}
