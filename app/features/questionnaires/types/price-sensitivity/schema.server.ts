import { z } from "zod";
import { perCode } from "../schema-parts.server";
import { priceParts, type PriceSensitivityConfig } from "./price-sensitivity";

export const configSchema: z.ZodType<PriceSensitivityConfig> = z.strictObject({
  currency: z.enum(["IDR", "USD", "EUR"]),
  most: z.number().int().min(1).max(1_000_000_000),
});

/** Prices in an unlikely order are taken after a question back: some people mean them. */
export const answerSchema = ({ most }: PriceSensitivityConfig) =>
  perCode(
    priceParts,
    z
      .number({ error: (issue) => (issue.code === "invalid_type" ? "not_a_number" : undefined) })
      .int({ message: "whole_amount" })
      .min(0)
      .max(most),
  );
