// A block of a report that somebody sees to. No I/O.
import type { BlockName } from "../report";

export type Assignment = { block: BlockName; assigneeId: number; assignee: string; dueOn: string | null; isReady: boolean };

export type Readiness = { assigned: number; ready: number };

/** Of the blocks that a report shows, those that were given to somebody: what nobody was asked for, nobody waits for. */
export const readinessOf = (assignments: readonly Assignment[], shown: readonly BlockName[]): Readiness => {
  const own = assignments.filter(({ block }) => shown.includes(block));
  return { assigned: own.length, ready: own.filter(({ isReady }) => isReady).length };
};

/** Somebody who can be given a duty on a report. */
export type Colleague = { id: number; name: string };
