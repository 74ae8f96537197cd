import { z } from "zod";
import type { Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { itemSchema, localizedTextSchema, orderSchema, perCode } from "../schema-parts.server";
import type { MatrixConfig } from "./matrix";

export const configSchema: z.ZodType<MatrixConfig> = z.strictObject({
  rows: z.array(itemSchema.extend({ reverse: z.boolean().optional() })).max(30),
  points: z.number().int().min(2).max(11),
  labels: z.record(z.string().regex(/^\d{1,2}$/), localizedTextSchema(200)),
  order: orderSchema,
});

/** Every row is answered, or the question is not. */
export const answerSchema = ({ rows, points }: MatrixConfig) =>
  perCode(
    rows.map((row) => row.value),
    z.number().int().min(1).max(points),
  );

export const arrange = (config: MatrixConfig, random: Random): MatrixConfig => ({ ...config, shown: drawOrder(config.rows, config.order, random) });
