/** One table of our values beside reference values, which the command prints and the tests assert, so that the two cannot differ. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";

/** Relative tolerances: closed forms, iterative fits, and the studentised range, whose reference itself is rough. */
export const CLOSED = 1e-9;
export const ITERATIVE = 1e-6;

export type Comparison = {
  readonly method: string;
  readonly what: string;
  readonly ours: number | string | null;
  readonly reference: number | string;
  /** |ours - reference| / |reference|; the difference itself for a reference of 0; 0 or Infinity for texts. */
  readonly difference: number;
  readonly tolerance: number;
  readonly isWithin: boolean;
};

export type Compare = {
  /** Numbers. `absolute` allows for a reference that is noise around 0. */
  readonly close: (method: string, what: string, ours: number | null, reference: number, tolerance?: number, absolute?: number) => void;
  /** Whatever must be the same to the letter: categories, orders, counts. */
  readonly same: (method: string, what: string, ours: unknown, reference: unknown) => void;
};

export type StudyFiles = {
  readonly has: (file: string) => boolean;
  readonly json: <Shape>(file?: string) => Shape;
  readonly table: (file?: string) => Record<string, string>[];
};

export type Study = {
  /** Folder name. */
  readonly name: string;
  /** Files without which it cannot be compared; "oracle.json" when left out. */
  readonly needs?: readonly string[];
  readonly compare: (files: StudyFiles, compare: Compare) => void;
};

/** References carry ten significant digits, and ten decimals from 1 on; half a unit of the last is not our difference. */
function roundingOf(reference: number): number {
  return Math.abs(reference) >= 1 ? 0.5e-10 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(reference) || 1)) - 9);
}

/** The files of one study folder. */
export function filesIn(folder: string): StudyFiles {
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  return {
    has: (file) => existsSync(path.join(folder, file)),
    json: <Shape>(file = "oracle.json") => JSON.parse(read(file)) as Shape,
    table: (file = "data.csv") => parse(read(file), { columns: true, bom: true, skip_empty_lines: true, relax_quotes: true }) as Record<string, string>[],
  };
}

/** Runs one study on one folder and returns every comparison it made. */
export function compareStudy(study: Study, folder: string): Comparison[] {
  const rows: Comparison[] = [];
  study.compare(filesIn(folder), {
    close: (method, what, ours, reference, tolerance = CLOSED, absolute = 0) => {
      const gap = ours === null ? Infinity : Math.abs(ours - reference);
      const isWithin = gap <= tolerance * Math.abs(reference) + roundingOf(reference) + absolute;
      rows.push({ method, what, ours, reference, difference: reference === 0 ? gap : gap / Math.abs(reference), tolerance, isWithin });
    },
    same: (method, what, ours, reference) => {
      const [one, other] = [JSON.stringify(ours) ?? "", JSON.stringify(reference) ?? ""];
      rows.push({ method, what, ours: one, reference: other, difference: one === other ? 0 : Infinity, tolerance: 0, isWithin: one === other });
    },
  });
  return rows;
}

/** The answer's numbers, or an error that names the reason, which fails the study. */
export function present<Answer extends { readonly kind: string }>(answer: Answer): Extract<Answer, { readonly kind: "result" }> {
  if (answer.kind !== "result") throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer as Extract<Answer, { readonly kind: "result" }>;
}

const here = import.meta.dirname;

/** Where studies are looked for: what ships here, then `../shared/data` beside the checkout, then a folder that was named. */
export function studyFolders(more: readonly string[] = []): string[] {
  return [here, path.resolve(here, "../../../shared/data"), ...more.map((folder) => path.resolve(folder))].filter(existsSync);
}

/** The folder of a study in one of the places, or null. Folders may be named with a leading underscore. */
export function findStudy({ name, needs = ["oracle.json"] }: Study, places: readonly string[]): string | null {
  const folders = places.flatMap((place) => [path.join(place, name), path.join(place, `_${name}`)]);
  return folders.find((folder) => needs.every((file) => existsSync(path.join(folder, file)))) ?? null;
}
