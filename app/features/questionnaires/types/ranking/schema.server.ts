import { z } from "zod";
import type { Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { itemSchema, orderSchema } from "../schema-parts.server";
import { placesOf, type RankingConfig } from "./ranking";

export const configSchema: z.ZodType<RankingConfig> = z.strictObject({
  items: z.array(itemSchema).max(30),
  top: z.number().int().min(1).max(30).nullable(),
  order: orderSchema,
});

export const answerSchema = (config: RankingConfig) => {
  const places = placesOf(config);
  const codes = config.items.map((item) => item.value);
  return z
    .array(z.string().max(40), { error: (issue) => (issue.code === "invalid_type" ? "same_place_twice" : undefined) })
    .max(codes.length)
    .superRefine((value, check) => {
      if (new Set(value).size !== value.length || value.some((code) => !codes.includes(code)))
        return check.addIssue({ code: "custom", message: "not_an_option" });
      if (value.length !== places) check.addIssue({ code: "custom", message: "rank_all", params: { count: places } });
    });
};

export const arrange = (config: RankingConfig, random: Random): RankingConfig => ({ ...config, shown: drawOrder(config.items, config.order, random) });
