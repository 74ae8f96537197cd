// What is quoted is what was said: word for word, with "…" for what was left out.

export const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

export const isExcerptOf = (excerpt: string, source: string): boolean => {
  const parts = plain(excerpt)
    .split(/\s*(?:…|\.\.\.)\s*/)
    .filter((part) => part !== "");
  const whole = plain(source);
  let from = 0;
  return (
    parts.length > 0 &&
    parts.every((part) => {
      const at = whole.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    })
  );
};
