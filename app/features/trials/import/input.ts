// The shape of the form that brings a study from outside.
import { z } from "zod";
import { formKey } from "~/features/products/input";

export const importInput = z.object({
  dryRun: z.enum(["true", "false"]),
  pastedMap: z.string().max(1_000_000).optional(),
  team: z.string().trim().max(120).optional(),
  key: formKey,
});
