import { z } from "zod";
import type { Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { itemSchema, orderSchema } from "../schema-parts.server";
import { noneOfThese, type CataConfig } from "./cata";

export const configSchema: z.ZodType<CataConfig> = z
  .strictObject({ terms: z.array(itemSchema).max(60), allowsNone: z.boolean(), describesIdeal: z.boolean().optional(), order: orderSchema })
  .refine(({ terms }) => terms.every(({ value }) => value !== noneOfThese), { message: "none_is_taken", path: ["terms"] });

export const answerSchema = ({ terms, allowsNone }: CataConfig) =>
  z
    .array(z.string().max(40))
    .min(1)
    .max(terms.length + 1)
    .superRefine((value, check) => {
      const known = value.every((code) => terms.some((term) => term.value === code) || (allowsNone && code === noneOfThese));
      if (!known || new Set(value).size !== value.length) return check.addIssue({ code: "custom", message: "not_an_option" });
      if (value.length > 1 && value.includes(noneOfThese)) check.addIssue({ code: "custom", message: "chosen_alone" });
    });

export const arrange = (config: CataConfig, random: Random): CataConfig => ({ ...config, shown: drawOrder(config.terms, config.order, random) });
