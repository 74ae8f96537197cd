import { z } from "zod";
import { formKey } from "~/features/products/input";

export const shareDays = [7, 30, 90] as const;

export const shareInput = z.object({
  note: z.string().trim().min(1).max(120),
  days: z.enum(shareDays.map(String) as [string, ...string[]]).transform(Number),
  key: formKey,
});
