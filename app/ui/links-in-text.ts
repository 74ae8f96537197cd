// Finds the web and mail addresses in a text that somebody typed.

export type TextPart = { text: string; href?: string };

const address = /\bhttps?:\/\/[^\s<>"']+|\bmailto:[^\s<>"']+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
/** Punctuation that ends the sentence, not the address. */
const trailing = /[.,;:!?)\]}…]+$/;

/** The text in parts, each with an address where it is one. Only http, https and mailto ever become links. */
export const partsWithLinks = (text: string): TextPart[] => {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(trailing, "");
    const href = /^(https?|mailto):/i.test(found) ? found : `mailto:${found}`;
    if (!URL.canParse(href)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: found, href });
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
};
