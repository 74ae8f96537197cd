import { z } from "zod";
import { stanceNames } from "./stance";

export const stanceInput = z.object({ stance: z.enum([...stanceNames, "none"]) });
export const statementsInput = z.object({
  /** One statement a line. */
  statements: z
    .string()
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.replace(/\s+/g, " ").trim())
        .filter((line) => line !== ""),
    )
    .pipe(z.array(z.string().min(3).max(280)).min(1).max(100)),
});
export const shownInput = z.object({ shown: z.enum(["true", "false"]).transform((text) => text === "true") });
