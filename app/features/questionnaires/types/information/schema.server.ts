import { z } from "zod";
import { localizedTextSchema } from "../schema-parts.server";
import type { InformationConfig } from "./information";

export const configSchema: z.ZodType<InformationConfig> = z.strictObject({ body: localizedTextSchema(4000) });

export const answerSchema = () => z.literal("read");
