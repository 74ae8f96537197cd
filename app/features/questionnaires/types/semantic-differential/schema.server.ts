import { z } from "zod";
import { nextInt, type Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { localizedTextSchema, optionValueSchema, orderSchema, perCode } from "../schema-parts.server";
import type { SemanticDifferentialConfig } from "./semantic-differential";

export const configSchema: z.ZodType<SemanticDifferentialConfig> = z.strictObject({
  pairs: z.array(z.strictObject({ value: optionValueSchema, low: localizedTextSchema(120), high: localizedTextSchema(120) })).max(30),
  mixesSides: z.boolean(),
  order: orderSchema,
});

export const answerSchema = ({ pairs }: SemanticDifferentialConfig) =>
  perCode(
    pairs.map((pair) => pair.value),
    z.number().int().min(-3).max(3),
  );

export const arrange = (config: SemanticDifferentialConfig, random: Random): SemanticDifferentialConfig => ({
  ...config,
  shown: drawOrder(config.pairs, config.order, random),
  flipped: config.mixesSides ? config.pairs.filter(() => nextInt(random, 0, 1) === 1).map((pair) => pair.value) : [],
});
