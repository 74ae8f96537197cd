import { z } from "zod";
import { localizedTextSchema, optionValueSchema } from "../schema-parts.server";
import type { MultipleChoiceConfig } from "./multiple-choice";

const option = z.strictObject({
  value: optionValueSchema,
  label: localizedTextSchema(300),
  screening: z.enum(["qualify", "disqualify", "neutral"]),
  exclusive: z.boolean().optional(),
});

export const configSchema: z.ZodType<MultipleChoiceConfig> = z.strictObject({
  options: z.array(option).max(60),
  min: z.number().int().min(0).max(60).optional(),
  max: z.number().int().min(1).max(60).optional(),
});

export const answerSchema = ({ options, min, max }: MultipleChoiceConfig) =>
  z
    .array(z.string())
    .min(1)
    .max(options.length)
    .superRefine((value, check) => {
      const chosen = options.filter((each) => value.includes(each.value));
      if (chosen.length !== value.length || new Set(value).size !== value.length) return check.addIssue({ code: "custom", message: "not_an_option" });
      const isAlone = chosen.some((each) => each.exclusive);
      if (isAlone && chosen.length > 1) return check.addIssue({ code: "custom", message: "chosen_alone" });
      if (!isAlone && min !== undefined && chosen.length < min) check.addIssue({ code: "custom", message: "too_few", params: { min } });
      if (max !== undefined && chosen.length > max) check.addIssue({ code: "custom", message: "too_many_chosen", params: { max } });
    });
