import { z } from "zod";
import { formKey } from "~/features/products/input";

/** `only` holds the checked boxes. */
export const segmentInput = z.object({ name: z.string().trim().min(1).max(80), only: z.array(z.string().max(500)).max(200).default([]), key: formKey });
