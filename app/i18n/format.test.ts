import { expect, it } from "vitest";
import { formatter } from "./format";

const { relative, deadline } = formatter("en");
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

it("keeps a percent sign on the line of its number", () => {
  expect(formatter("en").percent(0.625, 1)).toBe("62.5\u00a0%");
  expect(formatter("id").percent(0.625, 1)).toBe("62,5\u00a0%");
});

it("says a deadline by the day as people speak of it, and with its zone", () => {
  expect(deadline("2026-11-22T16:59:00Z", now)).toBe("today, 23:59 WIB");
  expect(deadline("2026-11-23T13:00:00Z", now)).toBe("tomorrow, 20:00 WIB");
  expect(deadline("2026-12-09T16:59:00Z", now)).toBe("9 Dec, 23:59 WIB");
  expect(formatter("id").deadline("2026-11-23T13:00:00Z", now)).toBe("besok, 20.00 WIB");
});
