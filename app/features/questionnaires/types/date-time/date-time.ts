// A day, a time of day, or both, as the clock on the wall shows it where the person is.
import { both, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type DateTimeConfig = { asks: "date" | "time" | "both"; /** ISO days; null for no bound. */ earliest: string | null; latest: string | null };

export const dateTime: QuestionType<DateTimeConfig, string> = {
  group: "amounts",
  presets: [
    { id: "date", text: both("", ""), config: { asks: "date", earliest: null, latest: null } },
    { id: "time", text: both("", ""), config: { asks: "time", earliest: null, latest: null } },
    {
      id: "date_and_time",
      text: both("When did you use {p}?", "Kapan Anda memakai {p}?"),
      config: { asks: "both", earliest: null, latest: null },
    },
  ],
  seconds: 12,
  texts: () => [],
  problems: ({ earliest, latest }) => (earliest !== null && latest !== null && earliest > latest ? ["range_upside_down"] : []),
  read: (form, name, { asks }) => {
    const part = (suffix: string) => String(form.get(`${name}.${suffix}`) ?? "").trim();
    const [day, time] = [asks === "time" ? "" : part("day"), asks === "date" ? "" : part("time").slice(0, 5)];
    return [day, time].filter(Boolean).join("T") || undefined;
  },
  describe: (_config, value, locale) => {
    const [day, time] = value.includes("-") ? [value.slice(0, 10), value.slice(11)] : ["", value];
    // The day is one of the calendar and has no zone; noon keeps it on its own side of every border.
    const words = day
      ? new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`))
      : "";
    return [words, locale === "id" ? time.replace(":", ".") : time].filter(Boolean).join(", ");
  },
  columns,
  cells,
};
