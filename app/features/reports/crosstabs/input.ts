// The shape of a crosstab that is put into a report, as the form sends it.
import { z } from "zod";
import { crosstabAdjustments, mostBanners } from "./crosstab";

const key = z.string().min(1).max(200);

export const pinInput = z
  .object({
    question: key,
    by: z.array(key).min(1).max(mostBanners),
    /** The code of a prototype; a field cannot be called like that. */
    about: key.optional(),
    adjustment: z.enum(crosstabAdjustments),
    weights: z.enum(["on", "off"]).default("off"),
    pinned: z.enum(["true", "false"]),
  })
  .transform(({ question, by, about, adjustment, weights, pinned }) => ({
    spec: { question, by, prototype: about ?? null, adjustment, isWeighted: weights === "on" },
    isPinned: pinned === "true",
  }));
