import { z } from "zod";
import { localizedTextSchema } from "../schema-parts.server";
import type { JustAboutRightConfig } from "./just-about-right";

export const configSchema: z.ZodType<JustAboutRightConfig> = z.strictObject({
  points: z.union([z.literal(3), z.literal(5)]),
  attribute: localizedTextSchema(80),
});

export const answerSchema = ({ points }: JustAboutRightConfig) => z.number().int().min(1).max(points);
