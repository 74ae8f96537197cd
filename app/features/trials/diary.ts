// The diary of a participant: short notes on days counted from receipt, late ones marked, and a streak that nobody loses sleep over.
import { dayInMs } from "~/core/time";

export type DiaryNote = { day: number; writtenAt: Date; isLate: boolean };
export type DiaryDay = { day: number; dueAt: Date; state: "later" | "open" | "late" | "done" | "done_late" };

/** A note is open from its day on, counts as late two days after, and can be written until the trial ends. */
const graceDays = 2;
export const dueOn = (receivedAt: Date, day: number): Date => new Date(receivedAt.getTime() + day * dayInMs);
export const isLateOn = (receivedAt: Date, day: number, now: Date): boolean => now.getTime() >= receivedAt.getTime() + (day + graceDays) * dayInMs;

export const diaryDays = (days: readonly number[], notes: readonly DiaryNote[], receivedAt: Date, now: Date): DiaryDay[] =>
  days.map((day) => {
    const note = notes.find((candidate) => candidate.day === day);
    const dueAt = dueOn(receivedAt, day);
    if (note) return { day, dueAt, state: note.isLate ? "done_late" : "done" };
    return { day, dueAt, state: dueAt > now ? "later" : isLateOn(receivedAt, day, now) ? "late" : "open" };
  });

/** Notes written one after the other up to the last one that was due. A note that is open now does not break it, and neither does a late one. */
export const streakOf = (days: readonly DiaryDay[]): number => {
  let streak = 0;
  for (const { state } of days) {
    if (state === "done" || state === "done_late") streak += 1;
    else if (state === "late") streak = 0;
  }
  return streak;
};

/** The note to write next: the oldest that is due. */
export const nextDay = (days: readonly DiaryDay[]): DiaryDay | null => days.find(({ state }) => state === "open" || state === "late") ?? null;
