import { expect, it } from "vitest";
import { formatter } from "./format";

const { relative } = formatter("en");
const now = "2026-11-22T16:01:00Z"; // a minute past eleven at night in Jakarta

it("calls yesterday yesterday from its first hour to its last", () => {
  expect(relative("2026-11-20T17:05:00Z", now)).toBe("yesterday");
  expect(relative("2026-11-21T02:51:00Z", now)).toBe("yesterday");
  expect(relative("2026-11-20T16:55:00Z", now)).toBe("2 days ago");
});

it("counts hours within a day, and months and years far away", () => {
  expect(relative("2026-11-22T11:00:00Z", now)).toBe("5 hours ago");
  expect(relative("2026-11-26T03:00:00Z", now)).toBe("in 4 days");
  expect(relative("2026-09-20T03:00:00Z", now)).toBe("2 months ago");
});
