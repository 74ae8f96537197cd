// A block that does not describe itself still gets into every export: its sentences, and each of its lists as a table.
import { isLocalizedText } from "./localized-text";
import type { DocumentCell, DocumentSection, DocumentTable } from "../document";
import { numberCell, section, shareCell, type Speech } from "./speech.server";

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): boolean => value === null || ["string", "number", "boolean"].includes(typeof value) || isLocalizedText(value);
const wordsOf = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
const mostDepth = 6;

const digitsOf = (value: number) => (Number.isInteger(value) ? 0 : Math.abs(value) < 0.1 ? 4 : 2);

const cellOf = ({ t, format, pick, labelOf }: Speech, name: string, value: unknown): DocumentCell => {
  if (typeof value === "number") return name === "share" ? shareCell(format, value) : numberCell(format, value, digitsOf(value));
  if (typeof value === "boolean") return t(value ? "reports.yes" : "reports.no");
  if (typeof value === "string") return name === "code" ? labelOf(value) : value;
  return isLocalizedText(value) ? pick(value) : "–";
};

/** `{ interval: { lower, upper } }` becomes two columns, a list of numbers as many as it has. */
const flattened = (fields: Fields, before = ""): [string, unknown][] =>
  Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    const path = before ? `${before} ${name}` : name;
    if (isPlain(value)) return [[path, value]];
    if (Array.isArray(value)) return value.every(isPlain) ? value.map((item, index) => [`${path} ${index + 1}`, item]) : [];
    return isFields(value) ? flattened(value, path) : [];
  });

const tableOf = (speech: Speech, caption: string, items: Fields[]): DocumentTable[] => {
  const rows = items.map((item) => new Map(flattened(item)));
  const head = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return head.length === 0
    ? []
    : [{ caption, head: head.map(wordsOf), rows: rows.map((row) => head.map((name) => cellOf(speech, name.split(" ").at(-1)!, row.get(name)))) }];
};

const tablesIn = (speech: Speech, caption: string, value: unknown, depth = 0): DocumentTable[] => {
  if (depth > mostDepth) return [];
  if (Array.isArray(value)) {
    const items = value.filter(isFields).filter((item) => !isLocalizedText(item));
    return [
      ...tableOf(speech, caption, items),
      ...items.flatMap((item, index) => {
        const name = [item.title, item.text, item.label].find(isLocalizedText);
        const own = name ? speech.pick(name) : typeof item.code === "string" ? speech.labelOf(item.code) : `${caption} ${index + 1}`;
        return Object.entries(item).flatMap(([field, inner]) =>
          Array.isArray(inner) || isFields(inner) ? nested(speech, `${own}: ${wordsOf(field)}`, inner, depth) : [],
        );
      }),
    ];
  }
  return isFields(value) && !isLocalizedText(value) ? nested(speech, caption, value, depth) : [];
};

/** Lists of things; what is plain already stands in the table around it. */
const nested = (speech: Speech, caption: string, value: unknown, depth: number): DocumentTable[] =>
  Array.isArray(value)
    ? value.every(isPlain)
      ? []
      : tablesIn(speech, caption, value, depth + 1)
    : isFields(value) && !isLocalizedText(value)
      ? Object.entries(value).flatMap(([field, inner]) => nested(speech, `${caption}: ${wordsOf(field)}`, inner, depth + 1))
      : [];

export const describeAnyBlock = (speech: Speech, block: Fields): DocumentSection[] => {
  const name = String(block.block);
  const { title, block: _block, ...rest } = block;
  const single = Object.fromEntries(Object.entries(rest).filter(([, value]) => isPlain(value) || (isFields(value) && !isLocalizedText(value))));
  return [
    section(name, isLocalizedText(title) ? speech.pick(title) : wordsOf(name), {
      tables: [
        ...tableOf(speech, wordsOf(name), Object.keys(single).length > 0 ? [single] : []),
        ...Object.entries(rest).flatMap(([field, value]) => nested(speech, wordsOf(field), value, 0)),
      ],
    }),
  ];
};
