import { z } from "zod";
import type { Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { itemSchema, orderSchema, perCode } from "../schema-parts.server";
import type { RataConfig } from "./rata";

export const configSchema: z.ZodType<RataConfig> = z.strictObject({ terms: z.array(itemSchema).max(40), order: orderSchema });

export const answerSchema = ({ terms }: RataConfig) =>
  perCode(
    terms.map((term) => term.value),
    z.number().int().min(0).max(3),
  );

export const arrange = (config: RataConfig, random: Random): RataConfig => ({ ...config, shown: drawOrder(config.terms, config.order, random) });
