// A place on a line. Nothing is marked until the person marks it: a handle that waits in the middle would draw answers to itself.
import { localized, type LocalizedText } from "~/core/locale";
import { both, isComplete, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type SliderConfig = { min: number; max: number; step: number; low: LocalizedText; high: LocalizedText };

export const slider: QuestionType<SliderConfig, number> = {
  group: "scales",
  presets: [{ id: "slider0_100", text: both("", ""), config: { min: 0, max: 100, step: 1, low: both("", ""), high: both("", "") } }],
  seconds: 9,
  texts: ({ low, high }) => [low, high],
  problems: ({ min, max, low, high }) => [
    ...(min < max ? [] : (["range_upside_down"] as const)),
    ...(isComplete(low) && isComplete(high) ? [] : (["no_ends"] as const)),
  ],
  // A range input always has a value; only the mark beside it says that it is an answer.
  read: (form, name) => (form.get(`${name}.set`) === "true" && /^-?\d+(\.\d+)?$/.test(String(form.get(name))) ? Number(form.get(name)) : undefined),
  describe: ({ low, high, min, max }, value, locale) => `${value} (${min} ${localized(low, locale)} – ${max} ${localized(high, locale)})`,
  columns,
  cells,
  asked: { kind: "number", of: (value) => value, range: ({ min, max }) => ({ min, max }) },
};
