// Lists page by key, never by offset: a cursor names the last row seen.

export type Page<T> = { items: T[]; next: string | null };

/** An opaque cursor made of the sort keys of the last row. */
export const encodeCursor = (keys: readonly (string | number)[]): string => Buffer.from(JSON.stringify(keys)).toString("base64url");

/** The keys in a cursor, or null when the text is no cursor of `length` keys: a spoiled link shows the first page. */
export const decodeCursor = (cursor: string | null | undefined, length: number): (string | number)[] | null => {
  if (!cursor || cursor.length > 300) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const usable = (key: unknown) => (typeof key === "number" && Number.isFinite(key)) || (typeof key === "string" && !key.includes("\0"));
    return Array.isArray(keys) && keys.length === length && keys.every(usable) ? (keys as (string | number)[]) : null;
  } catch {
    return null;
  }
};

const largestId = 2_147_483_647;
const latestMoment = 8_640_000_000_000_000;

/** Like `decodeCursor` for keys that are whole numbers, such as a moment in milliseconds, of which the last is an id. */
export const decodeNumberCursor = (cursor: string | null | undefined, length: number): number[] | null => {
  const keys = decodeCursor(cursor, length);
  const fits = keys?.every((key, index) => Number.isInteger(key) && Math.abs(Number(key)) <= (index === length - 1 ? largestId : latestMoment));
  return fits ? (keys as number[]) : null;
};

/** Cuts one row too many off a list and makes the cursor from the last row kept. */
export const toPage = <T>(rows: T[], size: number, keysOf: (row: T) => readonly (string | number)[]): Page<T> => {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, next: rows.length > size && last ? encodeCursor(keysOf(last)) : null };
};
