// The shape of what coders send.
import { z } from "zod";
import { databaseId, localizedInput } from "~/features/products/input";
import { themeLimits, tones } from "./theme";

const questionKey = z.string().min(1).max(60);
/** One box per answer or theme; a lone one is no list. */
const ids = (most: number) => z.array(databaseId).max(most).default([]);

export const codesInput = z.object({
  question: questionKey,
  act: z.enum(["set", "add", "remove"]),
  answers: z.array(databaseId).min(1).max(themeLimits.answersAtOnce),
  themes: ids(themeLimits.perQuestion),
  tone: z.enum(tones).optional(),
});

const themeFields = { name: localizedInput(themeLimits.name), definition: z.string().trim().max(themeLimits.definition).default("") };

export const codebookInput = z.discriminatedUnion("act", [
  z.object({ act: z.literal("add"), question: questionKey, ...themeFields }),
  z.object({ act: z.literal("edit"), question: questionKey, themeId: databaseId, ...themeFields }),
  z.object({ act: z.literal("merge"), question: questionKey, themeId: databaseId, into: databaseId }),
  z.object({ act: z.literal("move"), question: questionKey, themeId: databaseId, to: z.number().int().min(1).max(themeLimits.perQuestion) }),
]);

export const suggestionInput = z.object({ question: questionKey, answers: z.array(databaseId).min(1).max(themeLimits.answersAtOnce), ...themeFields });
export const undoInput = z.object({ question: questionKey, actId: databaseId });

export const agreementInput = z.discriminatedUnion("act", [
  z.object({ act: z.literal("compare"), question: questionKey }),
  z.object({ act: z.literal("settle"), question: questionKey, responseId: databaseId, themes: ids(themeLimits.perQuestion) }),
  z.object({ act: z.literal("unsettle"), question: questionKey, responseId: databaseId }),
]);
