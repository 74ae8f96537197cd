// The shape of what staff send about reports and decisions.
import { z } from "zod";
import { databaseId, formKey, optionalLocalizedInput, revisionInput } from "~/features/products/input";
import { decisionChoices } from "./report";

export const draftInput = z.object({ headline: optionalLocalizedInput(160), summary: optionalLocalizedInput(1200), revision: revisionInput });
export const exclusionInput = z.object({ participantId: databaseId, excluded: z.enum(["true", "false"]), reason: z.string().trim().max(300).default("") });
export const quotationInput = z.object({
  responseId: databaseId,
  questionKey: z.string().min(1).max(60),
  picked: z.enum(["true", "false"]),
  excerpt: z.string().trim().max(1000).default(""),
});
export const decisionInput = z.object({
  finding: z.string().min(1).max(200),
  choice: z.enum(decisionChoices),
  note: z.string().trim().max(2000).default(""),
  ownerId: databaseId.optional(),
  dueOn: z.iso.date().optional(),
  key: formKey,
});
/** What is done says what changed. */
export const decisionOutcomeInput = z
  .object({ done: z.enum(["true", "false"]), outcome: z.string().trim().max(800).default("") })
  .refine(({ done, outcome }) => done === "false" || outcome !== "", { path: ["outcome"], message: "required" });
export const publishInput = z.object({
  key: formKey,
  segmentId: databaseId.nullable().default(null),
  /** What the page showed beside the closed forms; absent where it does not say. */
  finished: z.string().max(20_000).nullable().default(null),
});
export const flagDecisionInput = z.object({
  responseId: databaseId,
  decision: z.enum(["kept", "left_out", "open"]),
  reason: z.string().trim().max(300).default(""),
});
export const weightingInput = z.object({
  shape: z.string().max(20_000),
  cap: z
    .enum(["3", "5", "10", "none"])
    .default("5")
    .transform((cap) => (cap === "none" ? null : Number(cap))),
  isUsed: z.boolean().default(false),
  revision: revisionInput,
});
