import { z } from "zod";
import type { Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { localizedTextSchema, optionValueSchema, orderSchema } from "../schema-parts.server";
import { otherPrefix, otherText } from "../single-choice/single-choice";
import type { MultipleChoiceConfig } from "./multiple-choice";

const option = z.strictObject({
  value: optionValueSchema,
  label: localizedTextSchema(300),
  screening: z.enum(["qualify", "disqualify", "neutral"]),
  exclusive: z.boolean().optional(),
  anchored: z.boolean().optional(),
});

export const configSchema: z.ZodType<MultipleChoiceConfig> = z
  .strictObject({
    options: z.array(option).max(60),
    min: z.number().int().min(0).max(60).optional(),
    max: z.number().int().min(1).max(60).optional(),
    allowOther: z.boolean().optional(),
    order: orderSchema,
  })
  .refine(({ options }) => options.every(({ value }) => value !== "other"), { message: "code_is_taken", path: ["options"] });

export const answerSchema = ({ options, min, max, allowOther }: MultipleChoiceConfig) =>
  z
    .array(z.string().max(otherPrefix.length + 300))
    .min(1)
    .max(options.length + (allowOther ? 1 : 0))
    .superRefine((value, check) => {
      const chosen = options.filter((each) => value.includes(each.value));
      const own = value.flatMap((each) => otherText(each) ?? []);
      if (own.length === 1 && allowOther && own[0]?.trim() === "") return check.addIssue({ code: "custom", message: "say_which_other" });
      const hasOther = own.length === 1 && allowOther === true;
      const count = chosen.length + (hasOther ? 1 : 0);
      if (count !== value.length || new Set(value).size !== value.length) return check.addIssue({ code: "custom", message: "not_an_option" });
      const isAlone = chosen.some((each) => each.exclusive);
      if (isAlone && count > 1) return check.addIssue({ code: "custom", message: "chosen_alone" });
      if (!isAlone && min !== undefined && count < min) check.addIssue({ code: "custom", message: "too_few", params: { min } });
      if (max !== undefined && count > max) check.addIssue({ code: "custom", message: "too_many_chosen", params: { max } });
    });

export const arrange = (config: MultipleChoiceConfig, random: Random): MultipleChoiceConfig => ({
  ...config,
  shown: drawOrder(config.options, config.order, random),
});
