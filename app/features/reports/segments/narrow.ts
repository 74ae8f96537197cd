// Which answers belong to a segment, and whether somebody could be told apart by them: alone, or by subtracting one shown group from another.
import type { ResponseRows } from "../data.server";
import { smallestGroup } from "../report";
import type { Condition } from "./segment";

/** What conditions look at; every list is parallel to the rows. */
export type View = {
  rows: ResponseRows;
  /** Ids of the responses. */
  ids: Int32Array;
  /** Blind codes of the prototypes in their order. */
  codes: readonly string[];
  /** Numbers of the people of whom something is known, by kind, name and value. */
  groups: ReadonlyMap<string, { has: (person: number) => boolean }>;
  /** Ids of responses that somebody should look at again. */
  flagged: ReadonlySet<number>;
  /** What a row answers to a question, as codes; null where it does not answer. */
  answerOf: (question: string, row: number) => readonly string[] | null;
};

export const groupName = (kind: string, of: string, value: string): string => JSON.stringify([kind, of, value]);

type Holds = (row: number) => boolean;

/** A question asked about every prototype narrows to the answers that say so; one asked once speaks for everything its person answered. */
const answerHolds = ({ rows, answerOf }: View, { of, values }: Condition): Holds => {
  const wanted = new Set(values);
  const says = (row: number) => answerOf(of, row)?.some((code) => wanted.has(code)) ?? false;
  // By number of the person: 1 who answered, 2 who said so.
  const people = new Uint8Array(1 + rows.person.reduce((most, person) => Math.max(most, person), 0));
  for (let row = 0; row < rows.count; row += 1) {
    if (answerOf(of, row) === null) continue;
    if (people[rows.person[row]!] !== 0) return says;
    people[rows.person[row]!] = says(row) ? 2 : 1;
  }
  return (row) => people[rows.person[row]!] === 2;
};

const holdsOf = (view: View, condition: Condition): Holds => {
  const { kind, of, values } = condition;
  switch (kind) {
    case "prototype":
      return (row) => values.includes(view.codes[view.rows.prototype[row]!] ?? "");
    case "quality":
      return (row) => values.includes(view.flagged.has(view.ids[row]!) ? "flagged" : "unflagged");
    case "answer":
      return answerHolds(view, condition);
    default: {
      const groups = values.map((value) => view.groups.get(groupName(kind, of, value)));
      return (row) => groups.some((group) => group?.has(view.rows.person[row]!));
    }
  }
};

/** 1 for each row in which every condition holds. */
export const rowsInside = (view: View, conditions: readonly Condition[]): Uint8Array => {
  const inside = new Uint8Array(view.rows.count).fill(1);
  for (const condition of conditions) {
    const holds = holdsOf(view, condition);
    for (let row = 0; row < inside.length; row += 1) if (inside[row] === 1 && !holds(row)) inside[row] = 0;
  }
  return inside;
};

/** Counts people up to the smallest group that may be shown; more need not be told apart. */
const fewPeople = () => {
  const people: number[] = [];
  return {
    /** Whether there are enough of them from now on. */
    add: (person: number): boolean => {
      if (people.length >= smallestGroup || people.includes(person)) return false;
      people.push(person);
      return people.length === smallestGroup;
    },
    isSmall: () => people.length > 0 && people.length < smallestGroup,
  };
};

/**
 * Places of prototypes (-1 for answers about none) at which the segment or one of the other groups, subtracted from it or from everybody,
 * leaves one to four people. Whoever compares two shown tables would know what those few answered.
 */
export const tellingPlaces = (
  { rows }: { rows: Pick<ResponseRows, "count" | "person" | "prototype"> },
  inside: Uint8Array,
  others: readonly Uint8Array[],
): Set<number> => {
  const places = new Set<number>();
  const answeredAt = new Set(rows.prototype).size;
  for (const other of others) {
    const differing: ReturnType<typeof fewPeople>[] = [];
    const alike: ReturnType<typeof fewPeople>[] = [];
    // Once there are enough people of both kinds everywhere, the rest of the rows changes nothing.
    let open = 2 * answeredAt;
    for (let row = 0; row < rows.count && open > 0; row += 1) {
      const counts = inside[row] === other[row] ? alike : differing;
      if ((counts[rows.prototype[row]! + 1] ??= fewPeople()).add(rows.person[row]!)) open -= 1;
    }
    for (const counts of [differing, alike]) counts.forEach((few, place) => few.isSmall() && places.add(place - 1));
  }
  return places;
};

/** `keep` marks what is shown of the segment; `hidden` are the places of prototypes that it would have, and may not show. */
export type Narrowed = { keep: Uint8Array; hidden: number[]; state: "shown" | "nobody" | "too_small" };

/** `known` are the other groups that can be looked at: saved segments, also removed ones, and the values of each profile fact. */
export const narrow = (view: View, conditions: readonly Condition[], known: readonly (readonly Condition[])[]): Narrowed => {
  const keep = rowsInside(view, conditions);
  const wanted = new Set<number>();
  for (let row = 0; row < keep.length; row += 1) if (keep[row] === 1) wanted.add(view.rows.prototype[row]!);
  if (wanted.size === 0) return { keep, hidden: [], state: "nobody" };
  // A prototype forms no group of people: the whole report shows each of them on its own.
  if (conditions.every(({ kind }) => kind === "prototype")) return { keep, hidden: [], state: "shown" };
  const others = [new Uint8Array(keep.length), ...known.map((each) => rowsInside(view, each))];
  const telling = tellingPlaces(view, keep, others);
  const hidden = [...wanted].filter((place) => telling.has(place)).sort((a, b) => a - b);
  for (let row = 0; row < keep.length; row += 1) if (telling.has(view.rows.prototype[row]!)) keep[row] = 0;
  return { keep, hidden, state: hidden.length === wanted.size ? "too_small" : "shown" };
};
