import { z } from "zod";
import type { Random } from "~/statistics/random";
import { drawOrder } from "../order-items.server";
import { itemSchema, orderSchema, perCode } from "../schema-parts.server";
import type { ConstantSumConfig } from "./constant-sum";

export const configSchema: z.ZodType<ConstantSumConfig> = z.strictObject({
  items: z.array(itemSchema).max(20),
  total: z.number().int().min(2).max(1000),
  order: orderSchema,
});

export const answerSchema = ({ items, total }: ConstantSumConfig) =>
  perCode(
    items.map((item) => item.value),
    z
      .number({ error: (issue) => (issue.code === "invalid_type" ? "not_a_number" : undefined) })
      .int()
      .min(0)
      .max(total),
  ).superRefine((given, check) => {
    const sum = Object.values(given).reduce((all, points) => all + points, 0);
    if (sum !== total)
      check.addIssue({ code: "custom", message: sum < total ? "points_left" : "points_over", params: { count: Math.abs(total - sum), total } });
  });

export const arrange = (config: ConstantSumConfig, random: Random): ConstantSumConfig => ({ ...config, shown: drawOrder(config.items, config.order, random) });
