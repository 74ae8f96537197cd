// What the forms around comments may say.
import { z } from "zod";
import { commentLimits } from "./comment";

const body = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().min(commentLimits.bodyMin).max(commentLimits.bodyMax));

export const commentInput = z.object({ body, parentId: z.coerce.number().int().min(1).max(2_147_483_647).optional(), key: z.uuid().optional() });
export const commentEditInput = z.object({ body, revision: z.coerce.number().int().min(1) });
