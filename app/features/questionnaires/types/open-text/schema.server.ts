import { z } from "zod";
import type { OpenTextConfig } from "./open-text";

export const longestText = 5000;

export const configSchema: z.ZodType<OpenTextConfig> = z.strictObject({
  maxLength: z.number().int().min(1).max(longestText),
  minLength: z.number().int().min(0).max(longestText),
  offersIdea: z.boolean(),
});

export const answerSchema = ({ minLength, maxLength }: OpenTextConfig) => z.string().trim().min(Math.max(1, minLength)).max(maxLength);
