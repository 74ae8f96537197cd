import { z } from "zod";
import type { Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { localizedTextSchema, optionValueSchema, orderSchema } from "../schema-parts.server";
import { otherPrefix, otherText, type SingleChoiceConfig } from "./single-choice";

const option = z.strictObject({
  value: optionValueSchema,
  label: localizedTextSchema(300),
  screening: z.enum(["qualify", "disqualify", "neutral"]),
  anchored: z.boolean().optional(),
});

export const configSchema: z.ZodType<SingleChoiceConfig> = z
  .strictObject({ options: z.array(option).max(60), allowOther: z.boolean(), order: orderSchema })
  .refine(({ options }) => options.every(({ value }) => value !== "other"), { message: "code_is_taken", path: ["options"] });

export const answerSchema = ({ options, allowOther }: SingleChoiceConfig) =>
  z
    .string()
    .max(otherPrefix.length + 300)
    .superRefine((value, check) => {
      const other = otherText(value);
      if (other === null ? options.some((each) => each.value === value) : allowOther && other.trim() !== "") return;
      check.addIssue({ code: "custom", message: other === "" && allowOther ? "say_which_other" : "not_an_option" });
    });

export const arrange = (config: SingleChoiceConfig, random: Random): SingleChoiceConfig => ({
  ...config,
  shown: drawOrder(config.options, config.order, random),
});
