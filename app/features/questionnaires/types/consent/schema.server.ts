import { z } from "zod";
import { localizedTextSchema } from "../schema-parts.server";
import type { ConsentConfig } from "./consent";

export const configSchema: z.ZodType<ConsentConfig> = z.strictObject({ statement: localizedTextSchema(4000), mustAgree: z.boolean() });

export const answerSchema = ({ mustAgree }: ConsentConfig) =>
  z.enum(["yes", "no"]).refine((value) => value === "yes" || !mustAgree, { message: "agreement_needed" });
