import { z } from "zod";
import { localizedTextSchema } from "../schema-parts.server";
import { ratingPresets, type RatingConfig } from "./rating";

const code = z.number().int().min(-100).max(100);

export const configSchema: z.ZodType<RatingConfig> = z
  .strictObject({
    preset: z.enum(ratingPresets),
    min: code,
    max: code,
    labels: z.record(z.string().regex(/^-?\d{1,3}$/), localizedTextSchema(200)),
    highIsGood: z.boolean(),
    topBoxes: z.array(code).max(20),
    bottomBoxes: z.array(code).max(20),
    measures: z.enum(["overall_liking", "purchase_intent", "attribute"]),
    display: z.enum(["faces", "row"]).optional(),
  })
  .refine(({ min, max }) => max - min <= 20, { message: "too_many_points", path: ["max"] });

export const answerSchema = ({ min, max }: RatingConfig) => z.number().int().min(min).max(max);
