// What the forms about accounts may contain.
import { z } from "zod";
import { roles } from "~/core/context";
import { locales } from "~/core/locale";

/** Trimmed and in lower case, as it is stored. A list of addresses is no address. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const newPassword = z.string().min(10).max(128);
export const displayName = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .transform((name) => name.normalize("NFC").replace(/\s+/g, " "))
  .refine((name) => /^[\p{L}\p{M}\p{N} .,'’_-]+$/u.test(name) && /\p{L}/u.test(name), { message: "not_a_name" });

export const signInInput = z.object({ email: emailAddress, password: z.string().max(1000) });
export const preferencesInput = z.object({
  locale: z.enum(locales).optional(),
  theme: z.enum(["system", "light", "dark"]).optional(),
  next: z.string().max(2000).optional(),
});

const lastBirthYear = 2100;
export const joinInput = z.object({
  displayName,
  email: emailAddress,
  password: newPassword,
  birthYear: z.coerce.number().int().min(1900).max(lastBirthYear),
  terms: z.literal("on", { message: "terms_needed" }),
});
export const emailInput = z.object({ email: emailAddress });
export const newPasswordInput = z.object({ password: newPassword });
export const changePasswordInput = z.object({ current: z.string().max(1000), password: newPassword });
export const displayNameInput = z.object({ displayName });
export const factInput = z.object({ fact: z.string().max(40), value: z.string().max(80).optional(), consent: z.literal("on").optional() });
export const setUpInput = z.object({ displayName, email: emailAddress, password: newPassword });
export const teamInput = z.object({ name: z.string().trim().min(2).max(80) });
export const roleInput = z.object({ from: z.enum(roles), to: z.enum(roles) });
