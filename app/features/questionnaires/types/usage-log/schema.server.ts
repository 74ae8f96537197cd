import { z } from "zod";
import { itemSchema, localizedTextSchema } from "../schema-parts.server";
import type { UsageLogConfig } from "./usage-log";

export const configSchema: z.ZodType<UsageLogConfig> = z.strictObject({
  maxRows: z.number().int().min(1).max(31),
  unit: localizedTextSchema(40).nullable(),
  contexts: z.array(itemSchema).max(20),
  asksProblem: z.boolean(),
});

export const answerSchema = ({ maxRows, unit, contexts, asksProblem }: UsageLogConfig) =>
  z
    .array(
      z
        .strictObject({
          at: z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, { message: "date_and_time" }),
          amount: z
            .number({ error: (issue) => (issue.code === "invalid_type" ? "not_a_number" : undefined) })
            .min(0)
            .max(1e6)
            .optional(),
          context: z.string().max(40).optional(),
          problem: z.string().trim().max(500).optional(),
        })
        .superRefine((row, check) => {
          const isDay = z.iso.date().safeParse(row.at.slice(0, 10)).success;
          if (!isDay) check.addIssue({ code: "custom", message: "not_a_date" });
          const isKnown = row.context === undefined || contexts.some((context) => context.value === row.context);
          if (!isKnown || (row.amount !== undefined && unit === null) || (row.problem !== undefined && !asksProblem))
            check.addIssue({ code: "custom", message: "not_an_option" });
        }),
    )
    .min(1)
    .max(maxRows);
