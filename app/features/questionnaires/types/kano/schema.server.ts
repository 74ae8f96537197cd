import { z } from "zod";
import { localizedTextSchema, perCode } from "../schema-parts.server";
import { kanoParts, type KanoConfig } from "./kano";

export const configSchema: z.ZodType<KanoConfig> = z.strictObject({ feature: localizedTextSchema(160), asksImportance: z.boolean() });

export const answerSchema = (config: KanoConfig) =>
  perCode(kanoParts(config), z.number().int().min(1).max(9)).superRefine((given, check) => {
    for (const part of ["functional", "dysfunctional"]) if ((given[part] ?? 1) > 5) check.addIssue({ code: "custom", message: "not_an_option" });
  });
