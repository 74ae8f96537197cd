// The shapes that the use cases of questionnaires accept.
import { z } from "zod";
import { Invalid } from "~/core/errors";
import { checked } from "./check-input.server";
import { insteads, type QuestionDraft } from "./questionnaire";
import type { Condition } from "./show-if";
import { questionTypeNames, type QuestionTypeName } from "./types/registry";
import { configSchemaOf } from "./types/registry.server";
import { localizedTextSchema } from "./types/schema-parts.server";

/** The name of the column in exports. Names that every object has are no keys. */
export const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { message: "bad_key" })
  .refine((key) => !(key in {}) && key !== "prototype", { message: "bad_key" });

export const titleSchema = localizedTextSchema(160);

const codeSchema = z.string().max(90);
const numberSchema = z.number().min(-1e9).max(1e9);

/** Rules may be nested, but not endlessly. */
const conditionSchema = (depth: number): z.ZodType<Condition> => {
  const test = [
    z.strictObject({ question: z.string().max(40), is: z.enum(["answered", "unanswered"]) }),
    z.strictObject({ question: z.string().max(40), is: z.enum(["any_of", "all_of", "none_of"]), codes: z.array(codeSchema).max(60) }),
    z.strictObject({ question: z.string().max(40), is: z.enum(["at_least", "at_most", "equals"]), number: numberSchema }),
  ] as const;
  if (depth === 0) return z.union(test);
  const inner = conditionSchema(depth - 1);
  return z.union([...test, z.strictObject({ all: z.array(inner).max(20) }), z.strictObject({ any: z.array(inner).max(20) }), z.strictObject({ not: inner })]);
};

const draftSchema = z.strictObject({
  text: localizedTextSchema(1000),
  help: localizedTextSchema(1000),
  required: z.boolean(),
  dataClass: z.enum(["ordinary", "health"]),
  section: localizedTextSchema(120).nullable(),
  config: z.unknown(),
  showIf: conditionSchema(4).optional(),
  agreesWith: z.strictObject({ question: z.string().max(40), within: z.number().int().min(0).max(20) }).optional(),
  offers: z.array(z.enum(insteads)).max(insteads.length).optional(),
});

export const typeSchema = z.enum(questionTypeNames as [QuestionTypeName, ...QuestionTypeName[]]);

/** A whole question; its configuration is checked by the schema of its type. */
export const questionDraftSchema = (type: QuestionTypeName): z.ZodType<QuestionDraft> => draftSchema.extend({ config: configSchemaOf(type) });

const bodySchema = draftSchema.extend({
  type: typeSchema,
  newKey: z.string().optional(),
  revision: z.number().int().min(0).optional(),
  at: z.number().int().min(0).max(1000).optional(),
});

/** A question as the builder sends it: JSON in one field of a form. What is in it is checked when it is saved. */
export const questionBodyIn = (text: FormDataEntryValue | null): Omit<z.infer<typeof bodySchema>, "config"> & { config: unknown } => {
  let body: unknown;
  try {
    body = typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    throw new Invalid({ "": { key: "not_understood" } });
  }
  return checked(bodySchema, body);
};
