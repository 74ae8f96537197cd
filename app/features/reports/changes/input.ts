// The shape of what staff send about "You said, we did".
import { z } from "zod";
import { databaseId, formKey, localizedInput, revisionInput } from "~/features/products/input";
import { changeLimits } from "./change";

const step = z.object({
  label: z
    .object({ en: z.string().trim().max(changeLimits.step).default(""), id: z.string().trim().max(changeLimits.step).default("") })
    .default({ en: "", id: "" }),
  on: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});

const texts = {
  title: localizedInput(changeLimits.title),
  said: localizedInput(changeLimits.text),
  did: localizedInput(changeLimits.text),
  quote: z.string().trim().max(changeLimits.quote).default(""),
  /** Rows left empty are no steps. A step needs both languages and a month. */
  steps: z
    .array(step)
    .max(changeLimits.steps)
    .default([])
    .transform((rows) => rows.filter(({ label, on }) => label.en || label.id || on))
    .pipe(z.array(z.object({ label: localizedInput(changeLimits.step), on: z.string() }))),
  /** One box per idea on offer; those that are not ticked leave holes. */
  ideaIds: z
    .array(databaseId.optional())
    .default([])
    .transform((ids) => ids.filter((id) => id !== undefined))
    .pipe(z.array(databaseId).max(changeLimits.ideas)),
};

export const newChangeInput = z.object({
  ...texts,
  productId: databaseId,
  decisionId: databaseId.optional(),
  quotationId: databaseId.optional(),
  key: formKey,
});
export const changeEditInput = z.object({ ...texts, quotationId: databaseId.optional(), revision: revisionInput });
export const changePublicationInput = z.object({ published: z.enum(["true", "false"]) });

export type ChangeTexts = Pick<z.output<typeof newChangeInput>, "title" | "said" | "did" | "quote" | "steps" | "ideaIds">;
