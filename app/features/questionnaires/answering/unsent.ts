// Answers that the server has not confirmed yet wait here, bound to one person and one response, for at most a week.
// Only what was chosen or typed: never a photograph, an address or a fact of the profile.
import { dayInMs } from "~/core/time";

export type Unsent = {
  fields: [string, string][];
  /** Of the answer that this one replaces. */
  revision: number;
  shownMs: number;
  at: number;
};
export type UnsentAnswers = Record<string, Unsent>;

type Keeper = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "kawan.unsent.";
const longestMs = 7 * dayInMs;

const parse = (text: string | null): UnsentAnswers => {
  try {
    return text ? (JSON.parse(text) as UnsentAnswers) : {};
  } catch {
    return {};
  }
};

/** What is kept for this response. What belongs to somebody else or is too old is thrown away on the way. */
export const readUnsent = (keeper: Keeper, personId: number, responseId: number, now: number): UnsentAnswers => {
  const names = Array.from({ length: keeper.length }, (_, index) => keeper.key(index)).filter((name): name is string => name?.startsWith(prefix) ?? false);
  for (const name of names) if (!name.startsWith(`${prefix}${personId}.`)) keeper.removeItem(name);
  const name = `${prefix}${personId}.${responseId}`;
  const kept = Object.entries(parse(keeper.getItem(name))).filter(([, entry]) => now - entry.at < longestMs);
  return Object.fromEntries(kept);
};

export const writeUnsent = (keeper: Keeper, personId: number, responseId: number, entries: UnsentAnswers): void => {
  const name = `${prefix}${personId}.${responseId}`;
  try {
    if (Object.keys(entries).length === 0) keeper.removeItem(name);
    else keeper.setItem(name, JSON.stringify(entries));
  } catch {
    // A full or forbidden storage: the answers still wait in memory, and the page says that they were not sent.
  }
};
