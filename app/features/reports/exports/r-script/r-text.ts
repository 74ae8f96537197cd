// Pieces of R: whatever a name or a question holds, it stays a text or a comment.

/** A text of R: nothing in it can end the string. */
export const quoted = (text: string): string =>
  `"${text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replace(/[\u0000-\u001f\u2028\u2029]/g, " ")}"`;
export const vector = (values: readonly (number | null | undefined)[]): string => `c(${values.map((value) => String(value ?? "NA")).join(", ")})`;
export const texts = (values: readonly string[]): string => `c(${values.map(quoted).join(", ")})`;
export const inOneLine = (text: string): string => text.replace(/[\u0000-\u001f\u0085\u2028\u2029]+/g, " ");
/** R computes the studentised range to eight decimals. */
export const leastOfTails = "1e-2";
export const comparison = (what: string, computed: string, published: readonly (number | null | undefined)[], least?: string): string =>
  `compare(paste(key, ${quoted(what)}), ${computed}, ${vector(published)}${least ? `, ${least}` : ""})`;

/** A section for a question. */
export const section = (words: string, key: string, lines: readonly string[]): string =>
  [`\n# ${inOneLine(words)}`, `key <- ${quoted(key)}`, ...lines].join("\n");
