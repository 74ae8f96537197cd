// The shape of what staff send about products and prototypes.
import { z } from "zod";

/** A text in both languages, both of which are needed. */
export const localizedInput = (max: number) => z.object({ en: z.string().trim().min(1).max(max), id: z.string().trim().min(1).max(max) });

/** A text in both languages, either of which may be empty. */
export const optionalLocalizedInput = (max: number) => z.object({ en: z.string().trim().max(max).default(""), id: z.string().trim().max(max).default("") });

export const databaseId = z.number().int().min(1).max(2_147_483_647);
export const revisionInput = z.number().int().min(0).max(2_147_483_647);
export const formKey = z.uuid().optional();

export const productInput = z.object({ name: localizedInput(80), description: optionalLocalizedInput(2000), category: z.string().trim().max(60).default("") });
export const newProductInput = productInput.extend({ teamId: databaseId, key: formKey });
export const productEditInput = productInput.extend({ revision: revisionInput });

export const prototypeInput = z.object({
  name: z.string().trim().min(1).max(80),
  description: optionalLocalizedInput(2000),
  ingredients: z.string().trim().max(4000).default(""),
  allergens: z.string().trim().max(1000).default(""),
  usage: optionalLocalizedInput(4000),
  isBenchmark: z.boolean().default(false),
});
export const newPrototypeInput = prototypeInput.extend({ key: formKey });
export const prototypeEditInput = prototypeInput.extend({ revision: revisionInput });

export type ProductFields = Omit<z.output<typeof productInput>, "category"> & { category?: string };
export type PrototypeFields = z.output<typeof prototypeInput>;

export const archiveInput = z.object({ archived: z.enum(["true", "false"]) });
