// The shapes that the use cases of questionnaires accept.
import { z } from "zod";
import type { QuestionDraft } from "./questionnaire";
import { questionTypeNames, type QuestionTypeName } from "./types/registry";
import { configSchemaOf } from "./types/registry.server";
import { localizedTextSchema } from "./types/schema-parts.server";

/** The name of the column in exports. Names that every object has are no keys. */
export const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { message: "bad_key" })
  .refine((key) => !(key in {}) && key !== "prototype", { message: "bad_key" });

export const titleSchema = localizedTextSchema(160);

const draftSchema = z.strictObject({
  text: localizedTextSchema(1000),
  help: localizedTextSchema(1000),
  required: z.boolean(),
  dataClass: z.enum(["ordinary", "health"]),
  section: localizedTextSchema(120).nullable(),
  config: z.unknown(),
});

export const typeSchema = z.enum(questionTypeNames as [QuestionTypeName, ...QuestionTypeName[]]);

/** A whole question; its configuration is checked by the schema of its type. */
export const questionDraftSchema = (type: QuestionTypeName): z.ZodType<QuestionDraft> => draftSchema.extend({ config: configSchemaOf(type) });
