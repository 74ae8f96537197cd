// Dates, numbers and shares in the reader's language; everything in the community's time zone, so that server and browser agree.
import type { Locale } from "~/core/locale";
import { dayInMs, hourInMs, minuteInMs } from "~/core/time";
import { intlLocale } from "./translate";

/** One zone until people can choose theirs: Western Indonesian Time. */
const timeZone = "Asia/Jakarta";
const zoneName = "WIB";
const zoneOffsetMs = 7 * hourInMs;

/** Days are told apart by the calendar: yesterday is yesterday, whether 25 or 40 hours ago. */
const calendarDay = (moment: Date): number => Math.floor((moment.getTime() + zoneOffsetMs) / dayInMs);

type Moment = Date | string | number;

export type Format = {
  /** 1.250.000 or 1,250,000 */
  number: (value: number, digits?: number) => string;
  /** 62 % from 0.62; the sign never stands on a line of its own. */
  percent: (share: number, digits?: number) => string;
  /** "482 dan 915" or "482 and 915" */
  list: (words: readonly string[]) => string;
  /** 22 November 2026 */
  date: (moment: Moment) => string;
  /** 22 Nov */
  shortDate: (moment: Moment) => string;
  /** November 2026 */
  month: (moment: Moment) => string;
  /** 22 November 2026, 20.00 WIB */
  dateTime: (moment: Moment) => string;
  /** "today, 20.00 WIB", "tomorrow, 20.00 WIB", "9 Dec, 20.00 WIB" */
  deadline: (moment: Moment, now: Moment) => string;
  /** "5 minutes ago", "in 3 days" */
  relative: (moment: Moment, now: Moment) => string;
};

export const formatter = (locale: Locale): Format => {
  const tag = intlLocale(locale);
  const long = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone });
  const short = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone });
  const month = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone });
  const time = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hour12: false, timeZone });
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const numbers = new Map<number, Intl.NumberFormat>();
  const numberFormat = (digits: number): Intl.NumberFormat => {
    const known = numbers.get(digits) ?? new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numbers.set(digits, known);
    return known;
  };
  const number: Format["number"] = (value, digits = 0) => numberFormat(digits).format(value);
  const lists = new Intl.ListFormat(tag, { type: "conjunction" });
  return {
    number,
    list: (words) => lists.format(words),
    percent: (share, digits = 0) => `${number(share * 100, digits)}\u00a0%`,
    date: (moment) => long.format(new Date(moment)),
    month: (moment) => month.format(new Date(moment)),
    shortDate: (moment) => short.format(new Date(moment)),
    dateTime: (moment) => `${long.format(new Date(moment))}, ${time.format(new Date(moment))} ${zoneName}`,
    deadline: (moment, now) => {
      const days = calendarDay(new Date(moment)) - calendarDay(new Date(now));
      const day = days === 0 || days === 1 ? ago.format(days, "day") : short.format(new Date(moment));
      return `${day}, ${time.format(new Date(moment))} ${zoneName}`;
    },
    relative: (moment, now) => {
      const distance = new Date(moment).getTime() - new Date(now).getTime();
      const size = Math.abs(distance);
      if (size < hourInMs) return ago.format(Math.round(distance / minuteInMs), "minute");
      if (size < dayInMs) return ago.format(Math.round(distance / hourInMs), "hour");
      if (size < 30 * dayInMs) return ago.format(calendarDay(new Date(moment)) - calendarDay(new Date(now)), "day");
      if (size < 365 * dayInMs) return ago.format(Math.round(distance / (30 * dayInMs)), "month");
      return ago.format(Math.round(distance / (365 * dayInMs)), "year");
    },
  };
};
