// What the forms around ideas may say.
import { z } from "zod";
import { boardKinds, ideaLimits, ideaStatuses } from "./idea";

const title = z.string().trim().min(ideaLimits.titleMin).max(ideaLimits.titleMax);
const body = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().min(ideaLimits.bodyMin).max(ideaLimits.bodyMax));
const id = z.coerce.number().int().min(1).max(2_147_483_647);

export const ideaInput = z.object({ boardId: id, title, body, fromResponseId: id.optional(), fromNoteId: id.optional(), key: z.uuid().optional() });
export const ideaEditInput = z.object({ title, body, revision: z.coerce.number().int().min(1) });
export const voteInput = z.object({ voted: z.enum(["true", "false"]).transform((text) => text === "true") });
export const followInput = z.object({ following: z.enum(["true", "false"]).transform((text) => text === "true") });
export const statusInput = z.object({ status: z.enum(ideaStatuses), reason: z.string().trim().max(600).optional() });
export const answerInput = z.object({ body: z.string().trim().min(10).max(3000) });
export const draftInput = z.object({
  scope: z.string().regex(/^[a-z]+:[a-z0-9-]{1,40}$/),
  revision: z.coerce.number().int().min(0),
  draft: z.record(z.string().max(40), z.string().max(6000)).default({}),
});

const localizedField = (max: number) => z.object({ en: z.string().trim().min(1).max(max), id: z.string().trim().min(1).max(max) });
export const boardInput = z.object({
  name: localizedField(60),
  purpose: localizedField(400),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug_form")
    .max(60),
  position: z.coerce.number().int().min(0).max(999),
});
/** What a board is for is decided when it is opened. */
export const newBoardInput = boardInput.extend({ kind: z.enum(boardKinds).default("ideas") });
export type BoardInput = z.output<typeof boardInput>;
