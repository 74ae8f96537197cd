import { z } from "zod";
import type { PhotoConfig } from "./photo";

export const configSchema: z.ZodType<PhotoConfig> = z.strictObject({ max: z.number().int().min(1).max(6) });

export const answerSchema = ({ max }: PhotoConfig) =>
  z
    .array(z.string().regex(/^[A-Za-z0-9_-]{32}$/))
    .min(1)
    .max(max);

/** Which stored files an answer names; they are checked and attached when it is saved. */
export const filesIn = (value: string[]): string[] => value;
