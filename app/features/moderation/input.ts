// What a moderator's and a member's form may say.
import { z } from "zod";
import { declineReasons, flagReasons, verdictChoices } from "./case";

export const verdictInput = z
  .object({
    version: z.coerce.number().int().min(1),
    verdict: z.enum(verdictChoices),
    reason: z.enum(declineReasons).optional(),
    message: z.string().trim().max(1000).optional(),
  })
  .superRefine((value, issues) => {
    if (value.verdict === "decline" && !value.reason) issues.addIssue({ code: "custom", path: ["reason"], message: "required" });
    if (value.verdict === "ask_for_change" && !value.message) issues.addIssue({ code: "custom", path: ["message"], message: "required" });
  });

export const flagInput = z.object({ reason: z.enum(flagReasons), note: z.string().trim().max(500).optional() });
