import { z } from "zod";
import type { AttentionConfig } from "./attention";

const code = z.number().int().min(1).max(7);

export const configSchema: z.ZodType<AttentionConfig> = z.strictObject({ expected: code });

/** A wrong answer is an answer: it is looked at afterwards, not refused. */
export const answerSchema = () => code;
