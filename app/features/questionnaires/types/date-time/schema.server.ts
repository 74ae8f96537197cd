import { z } from "zod";
import type { DateTimeConfig } from "./date-time";

const day = z.iso.date();

export const configSchema: z.ZodType<DateTimeConfig> = z.strictObject({
  asks: z.enum(["date", "time", "both"]),
  earliest: day.nullable(),
  latest: day.nullable(),
});

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const isDay = (text: string) => day.safeParse(text).success;

export const answerSchema = ({ asks, earliest, latest }: DateTimeConfig) =>
  z
    .string()
    .max(16)
    .superRefine((value, check) => {
      const [first = "", second] = asks === "time" ? ["", value] : value.split("T");
      const isWhole = (asks === "time" || isDay(first)) && (asks === "date" ? second === undefined : isTime(second ?? ""));
      if (!isWhole) return check.addIssue({ code: "custom", message: asks === "time" ? "not_a_time" : asks === "date" ? "not_a_date" : "date_and_time" });
      if (asks === "time") return;
      if (earliest !== null && first < earliest) check.addIssue({ code: "custom", message: "date_too_early", params: { date: earliest } });
      if (latest !== null && first > latest) check.addIssue({ code: "custom", message: "date_too_late", params: { date: latest } });
    });
