// The map of an outside study: which column of its file is what, so that it can be analysed as if it had run here.
import { z } from "zod";
import type { LocalizedText } from "~/core/locale";

const both = (text: string): LocalizedText => ({ en: text, id: text });
const line = (max: number) => z.string().trim().min(1).max(max);
/** One text for both languages, or one for each. */
const words = (max: number) => z.union([line(max).transform(both), z.strictObject({ en: line(max), id: line(max) })]);
const column = line(200);
const slug = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "small letters, digits and _, beginning with a letter");
const day = z.iso.date();

const ratingConfig = z
  .strictObject({
    preset: z.enum(["custom", "hedonic9", "purchase_intent5"]).default("custom"),
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

const asked = { column, key: slug, text: words(500), help: words(500).optional(), section: words(120).optional() };
const question = z.discriminatedUnion("type", [
  z.strictObject({ ...asked, type: z.literal("rating"), config: ratingConfig }),
  z.strictObject({ ...asked, type: z.literal("just_about_right"), config: justAboutRightConfig }),
  z.strictObject({ ...asked, type: z.literal("number"), config: numberConfig }),
  z.strictObject({ ...asked, type: z.literal("single_choice"), config: singleChoiceConfig }),
  z.strictObject({ ...asked, type: z.literal("open_text"), config: openTextConfig }),
]);
export type MappedQuestion = z.output<typeof question>;

const actionStandard = z
  .strictObject({
    id: z.string().min(1).max(20),
    level: z.enum(["must", "should"]).default("must"),
    metric: z.enum(["mean", "top_two_box", "jar_penalties"]),
    /** Key of a question. */
    question: slug,
    /** A prototype by the value it has in the file. */
    prototype: line(120),
    against: z.union([z.strictObject({ value: z.number() }), z.strictObject({ prototype: line(120), margin: z.number().positive().max(100).optional() })]),
    test: z.enum(["at_least", "at_least_surely", "superior", "not_inferior", "equivalent", "at_most"]),
  })
  .refine(({ test, against }) => !["not_inferior", "equivalent"].includes(test) || ("prototype" in against && against.margin !== undefined), {
    message: "not_inferior and equivalent need a prototype and a margin",
  });

const profileFact = z.strictObject({
  column,
  fact: slug,
  label: words(120),
  /** Every value that the column may have; other values are a problem. */
  values: z.record(z.string().max(60), z.strictObject({ value: line(60), label: words(120) })),
});

const isUnique = (names: readonly string[]): boolean => new Set(names).size === names.length;

export const studyMap = z
  .strictObject({
    format: z.literal(1),
    team: line(120),
    product: z.strictObject({ name: words(120), description: words(2000).default(both("")) }),
    trial: z.strictObject({
      name: words(160),
      summary: words(2000).default(both("")),
      objectives: z.string().trim().max(4000).default(""),
      fieldworkFrom: day.optional(),
      fieldworkUntil: day.optional(),
      alpha: z.union([z.literal(0.05), z.literal(0.1), z.literal(0.2)]).default(0.05),
    }),
    design: z.enum(["monadic", "sequential_monadic"]),
    delimiter: z.enum([",", ";", "\t"]).default(","),
    respondent: z.strictObject({ column }),
    prototype: z.strictObject({
      column,
      /** Where given, no other value may stand in the column. */
      names: z.record(line(120), line(120)).optional(),
      benchmark: line(120).optional(),
    }),
    /** Place in the order of presentation, from 1, where the file has it. */
    position: z.strictObject({ column }).optional(),
    questions: z.array(question).min(1).max(300),
    profile: z.array(profileFact).max(60).default([]),
    /** Columns that are left where they are. */
    ignore: z.array(column).max(500).default([]),
    actionStandards: z.array(actionStandard).max(20).default([]),
    source: z.strictObject({ title: line(300), attribution: line(1000), licence: line(300), note: words(2000).optional() }),
  })
  .refine((map) => isUnique(map.questions.map(({ key }) => key)), { message: "every question needs a key of its own", path: ["questions"] })
  .refine((map) => isUnique(map.profile.map(({ fact }) => fact)), { message: "every fact needs a name of its own", path: ["profile"] })
  .refine((map) => isUnique(Object.values(map.prototype.names ?? {})), { message: "every prototype needs a name of its own", path: ["prototype", "names"] })
  .refine((map) => isUnique(namedColumns(map)), { message: "a column is named twice", path: ["questions"] })
  .refine((map) => map.actionStandards.every((standard) => map.questions.some(({ key }) => key === standard.question)), {
    message: "an action standard names a question that is not in the map",
    path: ["actionStandards"],
  });
export type StudyMap = z.output<typeof studyMap>;

type ColumnsOf = {
  respondent: { column: string };
  prototype: { column: string };
  position?: { column: string };
  questions: { column: string }[];
  profile: { column: string }[];
};

/** Every column that the map reads, in its own order. */
export const namedColumns = (map: ColumnsOf): string[] => [
  map.respondent.column,
  map.prototype.column,
  ...(map.position ? [map.position.column] : []),
  ...map.questions.map(({ column: name }) => name),
  ...map.profile.map(({ column: name }) => name),
];
