// The questions of an outside study: where each stands in the file, and how it will be asked here.
import { z } from "zod";
import type { LocalizedText } from "~/core/locale";

const both = (text: string): LocalizedText => ({ en: text, id: text });
const line = (max: number) => z.string().trim().min(1).max(max);
/** One text for both languages, or one for each. */
export const words = (max: number) => z.union([line(max).transform(both), z.strictObject({ en: line(max), id: line(max) })]);
export const column = line(200);
export const slug = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "small letters, digits and _, beginning with a letter");

const ratingConfig = z
  .strictObject({
    preset: z.enum(["custom", "hedonic9", "purchase_intent5", "nps11"]).default("custom"),
    min: z.number().int().min(-100).max(100),
    max: z.number().int().min(-100).max(100),
    labels: z.record(z.string().regex(/^-?\d+$/), words(80)).default({}),
    highIsGood: z.boolean().default(true),
    topBoxes: z.array(z.number().int()).max(20).default([]),
    bottomBoxes: z.array(z.number().int()).max(20).default([]),
    measures: z.enum(["overall_liking", "purchase_intent", "attribute"]).default("attribute"),
  })
  .refine(({ min, max }) => max > min && max - min <= 100, { message: "max must be above min, by 100 at most", path: ["max"] })
  .refine(({ min, max, topBoxes, bottomBoxes }) => [...topBoxes, ...bottomBoxes].every((code) => code >= min && code <= max), {
    message: "boxes must lie on the scale",
    path: ["topBoxes"],
  });
const justAboutRightConfig = z.strictObject({ points: z.union([z.literal(3), z.literal(5)]), attribute: words(60) });
const numberConfig = z.strictObject({
  unit: words(40),
  min: z.number(),
  max: z.number(),
  step: z.number().positive().default(1),
  screening: z.null().default(null),
});
const option = z.strictObject({ value: line(60), label: words(120), screening: z.literal("neutral").default("neutral") });
const singleChoiceConfig = z.strictObject({ options: z.array(option).min(2).max(60), allowOther: z.literal(false).default(false) });
const openTextConfig = z.strictObject({
  maxLength: z.number().int().min(1).max(10_000).default(4000),
  minLength: z.literal(0).default(0),
  offersIdea: z.literal(false).default(false),
});

const asked = { key: slug, text: words(500), help: words(500).optional(), section: words(120).optional() };
const inOneColumn = { ...asked, column };

/** A part of a question with a column of its own. */
const part = z.strictObject({ value: slug, label: words(120), column });
const parts = (most: number) =>
  z
    .array(part)
    .min(2)
    .max(most)
    .refine((all) => new Set(all.map(({ value }) => value)).size === all.length, { message: "every part needs a code of its own" });

/** The cells of a Kano question as they stand in the file, each with its code from 1 (like) to 5 (dislike). */
const feelings = z.record(line(200), z.number().int().min(1).max(5)).default({ "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 });

const bestWorst = z
  .strictObject({
    ...asked,
    type: z.literal("maxdiff"),
    items: z
      .array(z.strictObject({ value: slug, label: words(120) }))
      .min(3)
      .max(30),
    /** What each task showed, and the columns of what mattered most and least in it. */
    tasks: z
      .array(z.strictObject({ shown: z.array(slug).min(3).max(6), best: column, worst: column }))
      .min(1)
      .max(20),
    /** Whether a cell holds the code of an item or its place among those shown, from 1. */
    cells: z.enum(["item", "place"]).default("item"),
    most: words(120).default({ en: "Most important", id: "Paling penting" }),
    least: words(120).default({ en: "Least important", id: "Paling tidak penting" }),
  })
  .refine(({ items, tasks }) => tasks.every(({ shown }) => shown.every((code) => items.some(({ value }) => value === code))), {
    message: "a task shows something that is not among the items",
    path: ["tasks"],
  });

/** A row is about two prototypes, named as in the file: which was chosen over which, or which two were shown and which was chosen. */
const pairs = z.strictObject({
  ...asked,
  type: z.literal("paired_preference"),
  pair: z.union([
    z.strictObject({ preferred: column, other: column }),
    z.strictObject({ left: column, right: column, chosen: column, /** How the file says that neither was. */ none: line(60).optional() }),
  ]),
});

export const mappedQuestion = z.discriminatedUnion("type", [
  z.strictObject({ ...inOneColumn, type: z.literal("rating"), config: ratingConfig }),
  z.strictObject({ ...inOneColumn, type: z.literal("just_about_right"), config: justAboutRightConfig }),
  z.strictObject({ ...inOneColumn, type: z.literal("number"), config: numberConfig }),
  z.strictObject({ ...inOneColumn, type: z.literal("single_choice"), config: singleChoiceConfig }),
  z.strictObject({ ...inOneColumn, type: z.literal("open_text"), config: openTextConfig }),
  /** `ideal` marks the words of the product as it should be, on one row of a person or on each. */
  z.strictObject({ ...asked, type: z.literal("cata"), terms: parts(60), ideal: z.literal(true).optional() }),
  z.strictObject({ ...asked, type: z.literal("rata"), terms: parts(60) }),
  z.strictObject({ ...asked, type: z.literal("multiple_choice"), options: parts(60) }),
  z.strictObject({ ...asked, type: z.literal("ranking"), items: parts(30) }),
  z.strictObject({ ...asked, type: z.literal("constant_sum"), items: parts(30), total: z.number().int().min(1).max(10_000).default(100) }),
  z.strictObject({
    ...asked,
    type: z.literal("matrix"),
    rows: parts(60),
    points: z.number().int().min(2).max(11),
    labels: z.record(z.string().regex(/^\d+$/), words(80)).default({}),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("kano"),
    feature: words(160),
    functional: column,
    dysfunctional: column,
    feelings,
  }),
  z.strictObject({
    ...asked,
    type: z.literal("price_sensitivity"),
    currency: z.enum(["IDR", "USD", "EUR"]),
    tooExpensive: column,
    expensive: column,
    cheap: column,
    tooCheap: column,
  }),
  bestWorst,
  pairs,
]);
export type MappedQuestion = z.output<typeof mappedQuestion>;

/** Every column that a question is read from. */
export const columnsOf = (question: MappedQuestion): string[] => {
  switch (question.type) {
    case "cata":
    case "rata":
      return question.terms.map((term) => term.column);
    case "multiple_choice":
      return question.options.map((each) => each.column);
    case "ranking":
    case "constant_sum":
      return question.items.map((item) => item.column);
    case "matrix":
      return question.rows.map((row) => row.column);
    case "kano":
      return [question.functional, question.dysfunctional];
    case "price_sensitivity":
      return [question.tooExpensive, question.expensive, question.cheap, question.tooCheap];
    case "maxdiff":
      return question.tasks.flatMap(({ best, worst }) => [best, worst]);
    case "paired_preference":
      return "preferred" in question.pair ? [question.pair.preferred, question.pair.other] : [question.pair.left, question.pair.right, question.pair.chosen];
    default:
      return [question.column];
  }
};

const withoutColumns = (all: readonly z.output<typeof part>[]) => all.map(({ value, label }) => ({ value, label }));
const none = { value: "none", label: { en: "None of these", id: "Tidak ada di antaranya" }, screening: "neutral", exclusive: true };

/** The configuration with which the same question is asked here. */
export const configOf = (question: MappedQuestion): unknown => {
  switch (question.type) {
    case "cata":
      return { terms: withoutColumns(question.terms), allowsNone: true, order: "as_written", ...(question.ideal ? { describesIdeal: true } : {}) };
    case "rata":
      return { terms: withoutColumns(question.terms), order: "as_written" };
    case "multiple_choice":
      return { options: [...withoutColumns(question.options).map((each) => ({ ...each, screening: "neutral" })), none], order: "as_written" };
    case "ranking":
      return { items: withoutColumns(question.items), top: null, order: "as_written" };
    case "constant_sum":
      return { items: withoutColumns(question.items), total: question.total, order: "as_written" };
    case "matrix":
      return { rows: withoutColumns(question.rows), points: question.points, labels: question.labels, order: "as_written" };
    case "kano":
      return { feature: question.feature, asksImportance: false };
    case "price_sensitivity":
      return { currency: question.currency, most: 1_000_000_000 };
    case "maxdiff": {
      const { items, tasks, most, least } = question;
      return { items, perTask: Math.max(...tasks.map(({ shown }) => shown.length)), tasks: tasks.length, versions: 1, seed: 1, most, least };
    }
    case "paired_preference":
      return {
        between: "samples",
        sides: [
          { value: "one", label: both("") },
          { value: "other", label: both("") },
        ],
        allowsNone: "none" in question.pair,
        asksStrength: false,
      };
    default:
      return question.config;
  }
};
