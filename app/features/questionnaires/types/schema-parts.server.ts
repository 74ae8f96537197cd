// Pieces that the schemas of many question types are made of.
import { z } from "zod";

export const localizedTextSchema = (maxLength: number) => z.strictObject({ en: z.string().trim().max(maxLength), id: z.string().trim().max(maxLength) });

/** The code of an option: what is stored and exported. */
export const optionValueSchema = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, { message: "bad_code" });
