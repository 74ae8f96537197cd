// Every limit but the general one: how many points in how many seconds, and what happens while they cannot be counted.

type Limit = {
  points: number;
  seconds: number;
  /** Reading and writing go on when the count is out of reach; trying passwords does not. */
  whenUncountable: "let-through" | "refuse";
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const open = (points: number, seconds: number): Limit => ({ points, seconds, whenUncountable: "let-through" });
const closed = (points: number, seconds: number): Limit => ({ points, seconds, whenUncountable: "refuse" });

export const limitTable = {
  "member-writes": open(60, minute),
  autosaves: open(120, minute),
  "staff-writes": open(300, minute),

  "login-from-address-to-account": closed(5, 5 * minute),
  "login-from-address": closed(50, 15 * minute),
  /** Beyond this a login is slowed down instead of refused, or anybody could lock anybody out. */
  "login-to-account": closed(30, hour),
  "join-on-device": closed(5, hour),
  "join-from-address": closed(60, hour),
  "mail-to-target": closed(3, 30 * minute),
  "mail-by-account": closed(5, hour),

  "ideas-on-first-day": open(3, day),
  ideas: open(20, day),
  "pause-between-ideas": open(1, 30),
  "comments-on-first-day": open(10, day),
  comments: open(100, day),
  "pause-between-comments": open(1, 10),
  votes: open(30, minute),

  uploads: open(20, 10 * minute),
  /** One point is a kilobyte. */
  "uploaded-kilobytes": open(200 * 1024, 10 * minute),
  searches: open(60, minute),
  archives: open(3, day),
  "report-renderings": open(10, minute),
  /** A form is let through once per key: its twin is answered with what the first one was answered. */
  forms: open(1, day),
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limitTable;
