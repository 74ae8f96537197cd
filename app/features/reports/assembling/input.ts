// The shape of what staff send when they assemble a report, comment on it and see to its parts.
import { z } from "zod";
import { NotFound } from "~/core/errors";
import { databaseId, formKey, revisionInput } from "~/features/products/input";
import { commentLimit } from "../discussing/comment";
import { isBlockName } from "../block-names";
import type { BlockName } from "../report";
import { introductionLimit } from "./assembly";

/** The block in an address. */
export const blockFrom = (name: string | undefined): BlockName => {
  if (!isBlockName(name)) throw new NotFound("block");
  return name;
};

const plainText = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(max));
const body = plainText(commentLimit).pipe(z.string().min(1));
const introduction = plainText(introductionLimit).default("");

/** `stay` is sent by the page that is already there: it keeps its place by itself. */
export const outlineInput = z.object({ outline: z.string().max(2000), revision: revisionInput, stay: z.boolean().default(false) });
export const introductionInput = z.object({
  introduction: z.object({ en: introduction, id: introduction }).default({ en: "", id: "" }),
  revision: revisionInput,
});

export const reportCommentInput = z.object({ body, parentId: databaseId.optional(), key: formKey });
export const reportCommentEditInput = z.object({ body, revision: revisionInput });
export const resolutionInput = z.object({ resolved: z.enum(["true", "false"]) });
export const removalInput = z.object({ removed: z.enum(["true", "false"]) });

export const assignmentInput = z.object({ assigneeId: databaseId.optional(), dueOn: z.iso.date().optional() });
export const readinessInput = z.object({ ready: z.enum(["true", "false"]) });
