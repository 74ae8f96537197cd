import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, dayInMs } from "~/core/time";
import { diaryDays, nextDay, streakOf } from "./diary";

const received = new Date("2026-11-02T05:00:00Z");
const now = after(received, 5.5 * dayInMs);
const note = (day: number, isLate = false) => ({ day, writtenAt: received, isLate });

describe("a diary", () => {
  it("asks for the oldest note that is due, marks late ones, and waits for the days to come", () => {
    const days = diaryDays([1, 3, 5, 7], [note(1)], received, now);
    expect(days.map(({ state }) => state)).toEqual(["done", "late", "open", "later"]);
    expect(nextDay(days)?.day).toBe(3);
    expect(nextDay(diaryDays([7], [], received, now))).toBe(null);
  });

  it("counts notes in a row: a late note counts, one that is open now does not break it, a missed one does", () => {
    expect(streakOf(diaryDays([1, 3, 5, 7], [note(1), note(3, true)], received, now))).toBe(2);
    expect(streakOf(diaryDays([1, 3, 5], [note(1), note(5)], received, now))).toBe(1);
  });

  it("never asks before the day and never loses a note", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }), fc.integer({ min: 0, max: 80 }), (chosen, passed) => {
        const sorted = chosen.toSorted((one, other) => one - other);
        const moment = after(received, passed * dayInMs);
        const days = diaryDays(sorted, [], received, moment);
        expect(days.filter(({ state }) => state === "later").every(({ day }) => day > passed)).toBe(true);
        const next = nextDay(days);
        if (next) expect(next.day).toBe(sorted[0]);
        expect(
          streakOf(
            diaryDays(
              sorted,
              sorted.map((day) => note(day)),
              received,
              moment,
            ),
          ),
        ).toBe(sorted.length);
      }),
      { numRuns: 100 },
    );
  });
});
