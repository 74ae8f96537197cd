// Which columns may be shown. The rule is that of the report's segments: no group, alone or subtracted from another one that can be looked at, leaves one to four people.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { preferNotToSay } from "~/features/accounts/profile";
import { tellingPlaces } from "../segments/narrow";
import { smallestGroup } from "../report";
import { hiddenParts } from "~/statistics/suppression";
import { groupOfFact, groupsOfAnswer, type Banner } from "./banners.server";
import { answered, factIn, type Asked } from "./count-answers.server";
import { loadGiven, type SegmentRows } from "./segment-rows.server";

/** One row for each answer that is counted; people who are alike in everything may be stood for by five of them. */
export type Ground = {
  rows: { count: number; person: Int32Array; prototype: Int32Array };
  /** The columns that each row is in. */
  groups: (readonly string[])[];
  inside: Uint8Array;
  /** Other groups that can be looked at, and the key of the banner that shows them. */
  others: { by: string; marks: Uint8Array }[];
  /** Other segments: each of their crosstabs can be looked at. */
  segments: Uint8Array[];
};

type Like = { profile: Record<string, string>; group: unknown; n: number };

/** Everybody, by what they are: only whether a group has nobody, one to four or more people matters, so five stand for any number. */
export const groundOfEverybody = async (ctx: Context, asked: Asked, banner: Banner): Promise<Ground> => {
  const alike = [
    ...(await ctx.db.execute<Like>(
      banner.of === "fact"
        ? sql`select p.profile, ${factIn(banner.key)} as group, count(*)::int as n ${answered(asked, banner)} group by 1, 2`
        : sql`select p.profile, b.value as group, count(*)::int as n ${answered(asked, banner)} group by 1, 2`,
    )),
  ];
  const stood = alike.flatMap((own) => new Array<Like>(Math.min(own.n, smallestGroup)).fill(own));
  const count = stood.length;
  const facts = new Map<string, Map<string, Uint8Array>>();
  for (const [row, { profile }] of stood.entries()) {
    for (const [fact, value] of Object.entries(profile)) {
      if (value === preferNotToSay) continue;
      if (!facts.has(fact)) facts.set(fact, new Map());
      const own = facts.get(fact)!.get(value) ?? new Uint8Array(count);
      own[row] = 1;
      facts.get(fact)!.set(value, own);
    }
  }
  return {
    rows: { count, person: Int32Array.from(stood.keys()), prototype: new Int32Array(count) },
    groups: stood.map(({ group }) => (banner.of === "fact" ? groupOfFact(group as string | null) : groupsOfAnswer(banner, group))),
    inside: new Uint8Array(count).fill(1),
    others: [...facts].flatMap(([by, values]) => [...values.values()].map((marks) => ({ by, marks }))),
    segments: [],
  };
};

/** The column of each row of a segment's view. */
const groupsOfRows = async (ctx: Context, { versionId, once }: Asked, banner: Banner, { view }: SegmentRows): Promise<(row: number) => readonly string[]> => {
  if (banner.question === null) {
    const valueOf = new Map<number, string>();
    for (const [name, people] of view.groups) {
      const [kind, of, value] = JSON.parse(name) as [string, string, string];
      if (kind === "fact" && of === banner.key) for (const person of view.rows.person) if (people.has(person)) valueOf.set(person, value);
    }
    return (row) => groupOfFact(valueOf.get(view.rows.person[row]!) ?? null);
  }
  const { key } = banner.question;
  const given = (await loadGiven(ctx, versionId, [key], view.ids)).get(key);
  if (!given) return () => groupsOfAnswer(banner, undefined);
  const { answers, codes } = given;
  const ofPerson = new Map<number, number>();
  if (once.has(key)) codes.forEach((code, row) => code >= 0 && ofPerson.set(view.rows.person[row]!, code));
  const groups = answers.map((json) => groupsOfAnswer(banner, JSON.parse(json)));
  return (row) => groups[once.has(key) ? (ofPerson.get(view.rows.person[row]!) ?? -1) : codes[row]!] ?? groupsOfAnswer(banner, undefined);
};

/** Who answered the question about the prototype, with the segment and all others as they are among them. */
export const groundOfSegment = async (ctx: Context, asked: Asked, place: number | null, banner: Banner, segment: SegmentRows): Promise<Ground> => {
  const { view } = segment;
  const given = (await loadGiven(ctx, asked.versionId, [asked.question.key], view.ids)).get(asked.question.key);
  const rows = [...view.ids.keys()].filter((row) => (given?.codes[row] ?? -1) >= 0 && (place === null || view.rows.prototype[row] === place));
  const groupsOf = await groupsOfRows(ctx, asked, banner, segment);
  const taken = (marks: Uint8Array) => Uint8Array.from(rows, (row) => marks[row]!);
  return {
    rows: { count: rows.length, person: Int32Array.from(rows, (row) => view.rows.person[row]!), prototype: new Int32Array(rows.length) },
    groups: rows.map(groupsOf),
    inside: taken(segment.inside),
    others: segment.others.map(({ by, marks }) => ({ by, marks: taken(marks) })),
    segments: segment.segments.map(taken),
  };
};

const both = (one: Uint8Array, other: Uint8Array) => one.map((mark, row) => mark & other[row]!);

export type Shown = { isTotalShown: boolean; hidden: boolean[] };
export type Column = { key: string; /** How many people of the segment are in it. */ n: number };

/**
 * Columns that share nobody are parts of the total, which are hidden together; those of other banners, and overlapping ones, are compared two
 * by two. Inside a segment every column is compared with the same column of everybody and of every other segment.
 */
export const shownGroups = (
  { rows, groups, inside, others, segments }: Ground,
  banner: Pick<Banner, "key" | "isOverlapping">,
  given: readonly Column[],
): Shown => {
  const { key: by, isOverlapping } = banner;
  const nobody = new Uint8Array(rows.count);
  const everybody = new Uint8Array(rows.count).fill(1);
  const marksOf = (wanted: ReadonlySet<string>) => Uint8Array.from(groups, (own) => (own.some((group) => wanted.has(group)) ? 1 : 0));
  const columns = given.map(({ key }) => marksOf(new Set([key])));
  // What is never shown, because it or all but it are too few, cannot be subtracted.
  const looked = [...others.filter((other) => other.by !== by).map(({ marks }) => marks), ...(isOverlapping ? columns : [])].filter(
    (marks) => tellingPlaces({ rows }, marks, [nobody]).size === 0,
  );
  const isShown = (marks: Uint8Array): boolean => {
    const own = both(inside, marks);
    if (!own.includes(1)) return true;
    return tellingPlaces({ rows }, own, [nobody, marks, ...looked, ...segments, ...segments.map((segment) => both(segment, marks))]).size === 0;
  };
  const isPart = segments.length > 0;
  return {
    isTotalShown: isPart ? isShown(everybody) : rows.count === 0 || rows.count >= smallestGroup,
    hidden: isOverlapping
      ? columns.map((column) => !isShown(column))
      : hiddenParts(
          given.map(({ n }) => n),
          (parts) => isShown(parts.length === 1 ? columns[parts[0]!]! : marksOf(new Set(parts.map((part) => given[part]!.key)))),
        ),
  };
};
