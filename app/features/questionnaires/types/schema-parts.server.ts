// Pieces that the schemas of many question types are made of.
import { z } from "zod";
import { orders } from "./ordered";

export const localizedTextSchema = (maxLength: number) => z.strictObject({ en: z.string().trim().max(maxLength), id: z.string().trim().max(maxLength) });

/** The code of an option: what is stored and exported. */
export const optionValueSchema = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, { message: "bad_code" });

export const itemSchema = z.strictObject({ value: optionValueSchema, label: localizedTextSchema(300), anchored: z.boolean().optional() });
export const orderSchema = z.enum(orders).optional();

/** An answer that has exactly one entry for each of the codes. Keys are looked up in the list, so that no name of an object's own can slip in. */
export const perCode = <Value extends z.ZodType>(codes: readonly string[], value: Value) =>
  z.record(z.string().max(40), value).superRefine((given, check) => {
    const names = Object.keys(given);
    if (names.some((name) => !codes.includes(name))) return check.addIssue({ code: "custom", message: "not_an_option" });
    if (codes.some((code) => !Object.hasOwn(given, code))) check.addIssue({ code: "custom", message: "answer_every_row" });
  });
