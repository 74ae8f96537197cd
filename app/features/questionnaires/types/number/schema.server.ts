import { z } from "zod";
import { localizedTextSchema } from "../schema-parts.server";
import type { NumberConfig } from "./number";

const bound = z.number().min(-1e9).max(1e9);

export const configSchema: z.ZodType<NumberConfig> = z.strictObject({
  unit: localizedTextSchema(40),
  min: bound,
  max: bound,
  step: z.number().min(0.001).max(1e6),
  screening: z.strictObject({ min: bound, max: bound }).nullable(),
});

/** Steps are counted from the minimum; a thousandth of a step forgives binary fractions. */
const isOnStep = (value: number, { min, step }: NumberConfig) => {
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-3;
};

export const answerSchema = (config: NumberConfig) =>
  z
    .number({ error: (issue) => (issue.code === "invalid_type" ? "not_a_number" : undefined) })
    .min(config.min)
    .max(config.max)
    .refine((value) => isOnStep(value, config), { message: "not_on_step", params: { step: config.step } });
