import { z } from "zod";
import { localizedTextSchema } from "../schema-parts.server";
import type { SliderConfig } from "./slider";

const bound = z.number().int().min(-1000).max(1000);

export const configSchema: z.ZodType<SliderConfig> = z.strictObject({
  min: bound,
  max: bound,
  step: z.number().int().min(1).max(100),
  low: localizedTextSchema(120),
  high: localizedTextSchema(120),
});

export const answerSchema = ({ min, max, step }: SliderConfig) =>
  z
    .number()
    .int()
    .min(min)
    .max(max)
    .refine((value) => (value - min) % step === 0, { message: "not_on_step", params: { step } });
