// The map of an outside study: which column of its file is what, so that it can be analysed as if it had run here.
import { z } from "zod";
import { column, columnsOf, mappedQuestion, slug, words, type MappedQuestion } from "./mapped-questions";

const line = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date();
const none = { en: "", id: "" };

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
  .refine(({ metric, against }) => metric !== "top_two_box" || !("value" in against) || (against.value >= 0 && against.value <= 1), {
    message: "a share lies between 0 and 1",
    path: ["against"],
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
    product: z.strictObject({ name: words(120), description: words(2000).default(none) }),
    trial: z.strictObject({
      name: words(160),
      summary: words(2000).default(none),
      objectives: z.string().trim().max(4000).default(""),
      fieldworkFrom: day.optional(),
      fieldworkUntil: day.optional(),
      alpha: z.union([z.literal(0.05), z.literal(0.1), z.literal(0.2)]).default(0.05),
    }),
    design: z.enum(["monadic", "sequential_monadic", "incomplete_blocks", "paired"]),
    delimiter: z.enum([",", ";", "\t"]).default(","),
    respondent: z.strictObject({ column }),
    prototype: z
      .strictObject({
        /** Absent where no row is about one prototype alone: pairs, or answers about none at all. */
        column: column.optional(),
        /** Where given, no other prototype may stand in the file. */
        names: z.record(line(120), line(120)).optional(),
        benchmark: line(120).optional(),
      })
      .default({}),
    /** Place in the order of presentation, from 1, where the file has it. */
    position: z.strictObject({ column }).optional(),
    questions: z.array(mappedQuestion).min(1).max(300),
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
  prototype: { column?: string };
  position?: { column: string };
  questions: MappedQuestion[];
  profile: { column: string }[];
};

/** Every column that the map reads, in its own order. */
export const namedColumns = (map: ColumnsOf): string[] => [
  map.respondent.column,
  ...(map.prototype.column === undefined ? [] : [map.prototype.column]),
  ...(map.position ? [map.position.column] : []),
  ...map.questions.flatMap(columnsOf),
  ...map.profile.map(({ column: name }) => name),
];
