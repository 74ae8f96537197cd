// Who answered about what: people and responses of a trial, read in parts and kept as lists of numbers.
import { sql, type SQL } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { ResponseRows } from "./data.server";
import { indexRows } from "./row-index";

/**
 * Asks for the next parts while the one before is read, so that the database works meanwhile and no more than `ahead` and the one that is read
 * are in memory. They are read in their order.
 */
export const readAhead = async <Part, Found>(
  parts: readonly Part[],
  ask: (part: Part, index: number) => PromiseLike<Found>,
  read: (found: Found, part: Part) => void,
  ahead = 1,
): Promise<void> => {
  const start = (index: number): Promise<Found> => {
    const asked = Promise.resolve(ask(parts[index]!, index));
    // Where reading one part fails, nobody waits for the next any more.
    asked.catch(() => undefined);
    return asked;
  };
  const asked = parts.slice(0, ahead).map((_, index) => start(index));
  for (const [index, part] of parts.entries()) {
    if (index + ahead < parts.length) asked.push(start(index + ahead));
    read(await asked.shift()!, part);
  }
};

/** Ids that travel in one text. */
const mostIds = 50_000;

type Span = { least: number; most: number; n: number };

/** Spans of ids with some fifty thousand in each, as long as ids follow each other. */
const splitSpan = ({ least, most, n }: Span): { first: number; last: number }[] => {
  const parts = Math.ceil(n / mostIds);
  const width = Math.ceil((most - least + 1) / Math.max(1, parts));
  return Array.from({ length: parts }, (_, part) => ({ first: least + part * width, last: least + (part + 1) * width - 1 }));
};

/** Reads lists of `width` numbers each, one after the other, out of texts like `1 2,3 4`. */
const readLists = (width: number, count: number) => {
  const numbers = new Int32Array(count * width);
  let next = 0;
  return {
    take: (text: string) => {
      let value = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (unit >= 48) value = value * 10 + (unit - 48);
        else {
          numbers[next++] = value;
          value = 0;
        }
      }
      if (text.length > 0) numbers[next++] = value;
    },
    done: () => numbers.subarray(0, next),
  };
};

/** `from` is what is read from and under what condition; its rows have an `id` and the given list of whole numbers, 0 and up. */
const readNumbers = async (ctx: Context, id: SQL, lists: SQL, width: number, from: SQL): Promise<Int32Array> => {
  const [span] = await ctx.db.execute<Span>(sql`select coalesce(min(${id}), 0) as least, coalesce(max(${id}), -1) as most, count(*)::int as n ${from}`);
  const read = readLists(width, span!.n);
  const ask = ({ first, last }: { first: number; last: number }) =>
    ctx.db.execute<{ text: string | null }>(sql`select string_agg(${lists}, ',' order by ${id}) as text ${from} and ${id} between ${first} and ${last}`);
  await readAhead(splitSpan(span!), ask, ([part]) => read.take(part?.text ?? ""));
  return read.done();
};

/** Numbers of the participants within their trial, from 1, in the order in which they came. */
export type PersonNumbers = { count: number; get: (participantId: number) => number | undefined; has: (participantId: number) => boolean };

export const numberPeople = async (ctx: Context, trialId: number): Promise<PersonNumbers> => {
  const ids = await readNumbers(ctx, sql`p.id`, sql`p.id::text`, 1, sql`from participants p where p.trial_id = ${trialId}`);
  const { rowOf } = indexRows(ids);
  const get = (id: number) => {
    const row = rowOf(id);
    return row < 0 ? undefined : row + 1;
  };
  return { count: ids.length, get, has: (id) => rowOf(id) >= 0 };
};

type Request = {
  trialId: number;
  versionId: number;
  prototypes: readonly { id: number }[];
  personOf: PersonNumbers;
  isLeftOut: (participantId: number) => boolean;
};

/** Places of the records in the order of their people, and of one person's by prototype. */
const sortRecords = (person: Int32Array, prototype: Int32Array, people: number): Int32Array => {
  const next = new Int32Array(people + 2);
  for (const own of person) next[own + 1]! += 1;
  for (let own = 1; own < next.length; own += 1) next[own]! += next[own - 1]!;
  const start = next.slice();
  const order = new Int32Array(person.length);
  for (let record = 0; record < person.length; record += 1) {
    const own = person[record]!;
    let at = next[own]!++;
    // A person has a handful of responses, which are put into their order one by one.
    for (; at > start[own]! && prototype[order[at - 1]!]! > prototype[record]!; at -= 1) order[at] = order[at - 1]!;
    order[at] = record;
  }
  return order;
};

/** Answered questionnaires of everybody who is not left out. */
export const loadRows = async (
  ctx: Context,
  { trialId, versionId, prototypes, personOf, isLeftOut }: Request,
): Promise<{ rows: ResponseRows; ids: Int32Array }> => {
  const width = 4;
  const found = await readNumbers(
    ctx,
    sql`r.id`,
    sql`r.id || ' ' || r.participant_id || ' ' || coalesce(r.prototype_id, 0) || ' ' || coalesce(r.position, 0)`,
    width,
    sql`from responses r join participants p on p.id = r.participant_id where r.version_id = ${versionId} and r.state = 'submitted' and p.trial_id = ${trialId}`,
  );
  const placeOf = new Map(prototypes.map(({ id }, place) => [id, place]));
  const records = Int32Array.from({ length: found.length / width }, (_, record) => record).filter((record) => !isLeftOut(found[record * width + 1]!));
  const person = records.map((record) => personOf.get(found[record * width + 1]!)!);
  const prototype = records.map((record) => placeOf.get(found[record * width + 2]!) ?? -1);
  const order = sortRecords(person, prototype, personOf.count);
  const perPrototype = prototypes.map(() => 0);
  for (const place of prototype) if (place >= 0) perPrototype[place]! += 1;
  return {
    rows: {
      count: order.length,
      perPrototype,
      person: order.map((record) => person[record]!),
      prototype: order.map((record) => prototype[record]!),
      position: order.map((record) => found[records[record]! * width + 3]!),
    },
    ids: order.map((record) => found[records[record]! * width]!),
  };
};
