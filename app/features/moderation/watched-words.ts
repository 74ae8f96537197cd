// Words that make a moderator look before the public does: gambling, loans, drugs for sale and the like, and coarse words of both languages.
const watchedWords = [
  "judi",
  "slot gacor",
  "togel",
  "pinjol",
  "pinjaman online",
  "obat kuat",
  "obat aborsi",
  "bokep",
  "casino",
  "viagra",
  "crypto",
  "telegram",
  "whatsapp",
  "goblok",
  "tolol",
  "bangsat",
  "anjing kau",
  "fuck",
  "shit",
  "bitch",
  "asshole",
];

const escaped = watchedWords.map((word) => word.replace(/\s+/g, "\\s+"));
const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "iu");

/** The first watched word in the text, in lower case, or null. */
export const watchedWordIn = (text: string): string | null => pattern.exec(text)?.[1]?.toLowerCase().replace(/\s+/g, " ") ?? null;

const linkPattern = /\bhttps?:\/\/|\bwww\.|\b[a-z0-9][a-z0-9-]*\.(com|net|org|info|biz|shop|xyz|top|me|io|co|id|my|sg)\b|[\w.+-]+@[\w-]+\.\w+/i;

/** Whether the text leads somewhere else: a web or a mail address. */
export const containsLink = (text: string): boolean => linkPattern.test(text);
