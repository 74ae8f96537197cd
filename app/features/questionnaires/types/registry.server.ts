// The checks of every question type, found by the name of its folder. zod stays on the server.
import type { z } from "zod";
import { questionTypeNames, type QuestionTypeName } from "./registry";

type Schemas = {
  configSchema: z.ZodType;
  /** Refuses what is out of range or no option of this configuration. */
  answerSchema: (config: never) => z.ZodType;
  filesIn?: (value: never) => string[];
};

const modules = import.meta.glob<Schemas>("./*/schema.server.ts", { eager: true });

const schemas = Object.fromEntries(questionTypeNames.map((name) => [name, modules[`./${name.replaceAll("_", "-")}/schema.server.ts`]])) as Record<
  QuestionTypeName,
  Schemas
>;

export const configSchemaOf = (type: QuestionTypeName): z.ZodType => schemas[type].configSchema;
export const answerSchemaOf = (type: QuestionTypeName, config: unknown): z.ZodType => schemas[type].answerSchema(config as never);
export const filesIn = (type: QuestionTypeName, value: unknown): string[] => schemas[type].filesIn?.(value as never) ?? [];
