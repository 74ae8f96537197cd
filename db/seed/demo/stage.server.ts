// Where the demo's scenes are played: the moment it is loaded, and the people in it.
import { system, type Context, type PersonActor } from "../../../app/core/context";
import type { Locale } from "../../../app/core/locale";
import { before, dayInMs, hourInMs } from "../../../app/core/time";
import type { Database } from "../../client.server";

const zoneOffsetMs = 7 * hourInMs;

export type CastMember = PersonActor & { locale: Locale };

export type Stage = {
  db: Database;
  loadedAt: Date;
  people: Map<string, CastMember>;
  /** What is still to be played, earliest first. */
  timeline: Scene[];
};

type Scene = { at: Date; play: () => Promise<unknown> };

/** Puts a scene where its time comes, after those of the same moment, so that everything is written down in the order in which it happened. */
export const schedule = (stage: Stage, at: Date, play: Scene["play"]): void => {
  const later = stage.timeline.findIndex((scene) => scene.at > at);
  stage.timeline.splice(later < 0 ? stage.timeline.length : later, 0, { at, play });
};

/** A scene may put down further ones. */
export const playTimeline = async (stage: Stage): Promise<void> => {
  for (let next = stage.timeline.shift(); next; next = stage.timeline.shift()) await next.play();
};

/**
 * The whole demo is one transaction that stands or falls together, so the transactions of its use cases need no savepoints of their own;
 * thousands of them would take longer than what they do.
 */
export const withoutSavepoints = (tx: Database): Database => {
  const flat: Database = Object.create(tx, { transaction: { value: (work: (db: Database) => Promise<unknown>) => work(flat) } }) as Database;
  return flat;
};

/** Some hours into the day that lies so many days back; scenes of one day follow each other by `hours`. */
export const daysAgo = (stage: Stage, days: number, hours = 0): Date =>
  new Date(Math.min(before(stage.loadedAt, days * dayInMs - hours * hourInMs).getTime(), stage.loadedAt.getTime()));

export const person = (stage: Stage, key: string): CastMember => {
  const found = stage.people.get(key);
  if (!found) throw new Error(`The demo has no "${key}"`);
  return found;
};

/** The same scene up to a day earlier, so that what began at the hour at which the demo is loaded begins at `hour`. */
export const inTheDay = (stage: Stage, moment: Date, hour: number): Date => {
  const loadedHour = ((stage.loadedAt.getTime() + zoneOffsetMs) % dayInMs) / hourInMs;
  const hoursBack = (loadedHour - hour + 24) % 24;
  return before(moment, Math.round(hoursBack * hourInMs));
};

/** The context in which somebody of the cast acts at a moment. */
export const as = (stage: Stage, key: string, now: Date): Context => {
  const actor = person(stage, key);
  return { db: stage.db, actor, now, locale: actor.locale };
};

/** The house itself at a moment. */
export const asHouse = (stage: Stage, now: Date): Context => ({ db: stage.db, actor: system("demo"), now, locale: "id" });

/** An hour of the day in the community's zone, so many whole days before the day the demo is loaded; never later than that moment. */
export const dayAt = (stage: Stage, days: number, hour: number): Date => {
  const today = Math.floor((stage.loadedAt.getTime() + zoneOffsetMs) / dayInMs) * dayInMs - zoneOffsetMs;
  return new Date(Math.min(today - days * dayInMs + Math.round(hour * hourInMs), stage.loadedAt.getTime()));
};
