// Columns out of the texts in which answers travel: a few thousand responses at a time, so that no text grows with the study.
import { codeOf, firstAnswer, printBytes, type Codes, type Column, type MissingStatus } from "./column";

/** How a missing answer travels: neither JSON nor a fingerprint begins with a capital. */
export const statusLetters = { skipped: "S", dont_know: "D", not_applicable: "N", prefer_not_to_say: "P" } as const satisfies Record<MissingStatus, string>;
/** What stands between the parts of a response, between its keys or answers, and after it: control characters, which JSON writes as escapes. */
export const [partEnd, itemEnd, recordEnd] = ["\u001D", "\u001F", "\u001E"] as const;

/** Every control character ends an answer. */
const lastControl = 0x1f;
const codeOfUnit = new Map(Object.entries(statusLetters).map(([status, letter]) => [letter.charCodeAt(0), codeOf(status as MissingStatus)]));

const numericTypes = new Set(["rating", "just_about_right", "number", "slider", "attention"]);
/** What people wrote or photographed is never read as a whole: only whether two are the same. */
const ownWords = new Set(["open_text", "photo"]);
export const kindOf = (type: string): Column["kind"] => (numericTypes.has(type) ? "numbers" : ownWords.has(type) ? "words" : "values");

/** Whole numbers below this are looked up without a map. */
const smallNumbers = 1024;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** The whole number that stands there, -1 where anything but a few digits does. */
const wholeAt = (text: string, from: number, to: number): number => {
  if (from === to || to - from > 9) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit)) return -1;
    value = value * 10 + (unit - 48);
  }
  return value;
};

const nibble = (unit: number): number => (isDigit(unit) ? unit - 48 : unit - 87);

/** Codes that grow wider when there are too many distinct answers for them. */
const growingCodes = (rows: number) => {
  let codes: Codes = new Uint8Array(rows);
  return {
    set: (row: number, code: number) => {
      if (code > 255 && codes instanceof Uint8Array) codes = Uint16Array.from(codes);
      if (code > 65_535 && codes instanceof Uint16Array) codes = Uint32Array.from(codes);
      codes[row] = code;
    },
    done: () => codes,
  };
};

/** Takes what one row answered, in `text` between two places. */
type Filling = { missing: (row: number, code: number) => void; answer: (row: number, text: string, from: number, to: number) => void; done: () => Column };

const fillNumbers = (rows: number): Filling => {
  const codes = growingCodes(rows);
  const answers: number[] = [];
  const known = new Map<number, number>();
  const small = new Int32Array(smallNumbers);
  const codeOfNumber = (value: number): number => {
    const code = known.get(value) ?? firstAnswer + answers.push(value) - 1;
    known.set(value, code);
    return code;
  };
  return {
    missing: codes.set,
    answer: (row, text, from, to) => {
      const whole = wholeAt(text, from, to);
      // Signs, decimals and what is no number are left to the slower reading.
      if (whole < 0 || whole >= smallNumbers) return codes.set(row, codeOfNumber(whole < 0 ? Number(text.slice(from, to)) : whole));
      small[whole] ||= codeOfNumber(whole);
      codes.set(row, small[whole]!);
    },
    done: () => ({ kind: "numbers", codes: codes.done(), answers }),
  };
};

const fillValues = (rows: number): Filling => {
  const codes = growingCodes(rows);
  const answers: string[] = [];
  const known = new Map<string, number>();
  return {
    missing: codes.set,
    answer: (row, text, from, to) => {
      const json = text.slice(from, to);
      let code = known.get(json);
      if (code === undefined) {
        // A part of a long text keeps all of it in memory; its clone does not.
        const own = structuredClone(json);
        code = firstAnswer + answers.push(own) - 1;
        known.set(own, code);
      }
      codes.set(row, code);
    },
    done: () => ({ kind: "values", codes: codes.done(), answers }),
  };
};

const fillWords = (rows: number): Filling => {
  const codes = new Uint8Array(rows);
  const prints = new Uint8Array(rows * printBytes);
  return {
    missing: (row, code) => {
      codes[row] = code;
    },
    answer: (row, text, from) => {
      codes[row] = firstAnswer;
      for (let byte = 0; byte < printBytes; byte += 1) {
        prints[row * printBytes + byte] = nibble(text.charCodeAt(from + 2 * byte)) * 16 + nibble(text.charCodeAt(from + 2 * byte + 1));
      }
    },
    done: () => ({ kind: "words", codes, prints }),
  };
};

const filling = { numbers: fillNumbers, values: fillValues, words: fillWords };

/**
 * A column for each key, of its kind and with this many rows, filled text by text. A response is its id, the keys of what it says, and in their
 * order an answer's JSON, the fingerprint of own words, or the letter of a status. Responses that are in no row, because their people are left
 * out, are passed over, as is what no column asks for.
 */
export const fillColumns = (kinds: ReadonlyMap<string, Column["kind"]>, rows: number) => {
  const columns = new Map(Array.from(kinds, ([key, kind]) => [key, filling[kind](rows)]));
  // Most responses say something to the same questions.
  const known = new Map<string, (Filling | undefined)[]>();
  const fillingsOf = (keys: string): (Filling | undefined)[] => {
    const found = known.get(keys);
    if (found) return found;
    const made = keys.split(itemEnd).map((key) => columns.get(key));
    known.set(structuredClone(keys), made);
    return made;
  };
  const take = (text: string, rowOf: (responseId: number) => number): void => {
    for (let at = 0; at < text.length; at += 1) {
      let id = 0;
      for (; isDigit(text.charCodeAt(at)); at += 1) id = id * 10 + (text.charCodeAt(at) - 48);
      const row = rowOf(id);
      const keys = at + 1;
      at = text.indexOf(partEnd, keys);
      for (const column of fillingsOf(text.slice(keys, at))) {
        const from = at + 1;
        // The end is near in most answers, and far away in a long list.
        for (at = from; at < text.length && text.charCodeAt(at) > lastControl;) at += 1;
        if (row < 0 || column === undefined || from === at) continue;
        const status = codeOfUnit.get(text.charCodeAt(from));
        if (status === undefined) column.answer(row, text, from, at);
        else column.missing(row, status);
      }
    }
  };
  return { take, done: () => new Map(Array.from(columns, ([key, column]): [string, Column] => [key, column.done()])) };
};
