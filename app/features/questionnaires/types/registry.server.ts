// The checks of every question type, found by the name of its folder. zod stays on the server.
import type { z } from "zod";
import type { Random } from "~/statistics/random";
import { questionTypeNames, type QuestionTypeName } from "./registry";

/** What a question may need to know about the response that it is asked in. */
export type ArrangeFacts = {
  /** The blind codes that the participant has been given, in their order. */
  codes: readonly string[];
  /** Whether this is the last prototype of the participant. */
  isLast: boolean;
};

type Schemas = {
  configSchema: z.ZodType;
  /** Refuses what is out of range or no option of this configuration. */
  answerSchema: (config: never) => z.ZodType;
  filesIn?: (value: never) => string[];
  /** The configuration as one response sees it: options in their order, tasks of its version. The same chance gives the same again. */
  arrange?: (config: never, random: Random, facts: ArrangeFacts) => unknown;
  /** False where the question makes no sense for this response. */
  isAsked?: (config: never, facts: ArrangeFacts) => boolean;
};

const modules = import.meta.glob<Schemas>("./*/schema.server.ts", { eager: true });

const schemas = Object.fromEntries(questionTypeNames.map((name) => [name, modules[`./${name.replaceAll("_", "-")}/schema.server.ts`]])) as Record<
  QuestionTypeName,
  Schemas
>;

export const configSchemaOf = (type: QuestionTypeName): z.ZodType => schemas[type].configSchema;
export const answerSchemaOf = (type: QuestionTypeName, config: unknown): z.ZodType => schemas[type].answerSchema(config as never);
export const filesIn = (type: QuestionTypeName, value: unknown): string[] => schemas[type].filesIn?.(value as never) ?? [];

export const arrangeOf = (type: QuestionTypeName) => schemas[type].arrange as ((config: unknown, random: Random, facts: ArrangeFacts) => unknown) | undefined;
export const isAskedOf = (type: QuestionTypeName, config: unknown, facts: ArrangeFacts): boolean => schemas[type].isAsked?.(config as never, facts) ?? true;
