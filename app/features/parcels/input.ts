// The shape of a delivery address and of what fulfilment sends.
import { z } from "zod";
import { provinces } from "./address";

const line = (max: number) => z.string().trim().min(1).max(max);
const compact = (text: string) => text.replace(/[\s().-]/g, "");
const block = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "not_a_block_number")
  .transform((text) => text.padStart(3, "0"))
  .or(z.literal(""))
  .default("");

export const indonesianAddressInput = z.object({
  where: z.literal("indonesia"),
  recipient: line(80),
  mobile: z
    .string()
    .transform(compact)
    .pipe(z.string().regex(/^(\+?62|0)8\d{7,11}$/, "not_a_mobile_number")),
  street: line(200),
  rt: block,
  rw: block,
  kelurahan: line(80),
  kecamatan: line(80),
  city: line(80),
  province: z.enum(provinces),
  postalCode: z
    .string()
    .trim()
    .regex(/^[1-9]\d{4}$/, "not_a_postal_code"),
  note: z.string().trim().max(200).default(""),
});

export const foreignAddressInput = z.object({
  where: z.literal("elsewhere"),
  recipient: line(80),
  mobile: z
    .string()
    .transform(compact)
    .pipe(z.string().regex(/^\+?\d{7,16}$/, "not_a_mobile_number")),
  lines: line(400),
  note: z.string().trim().max(200).default(""),
});

const id = z.number().int().min(1).max(2_147_483_647);
export const returnInput = z.object({ returnOf: id });
export const resendInput = z.object({ resendTo: id });
export const trackingInput = z.object({ pasted: z.string().max(1_000_000).default(""), dryRun: z.enum(["true", "false"]).default("true") });
export const packInput = z.object({ participantIds: z.array(id).min(1).max(500) });
export const sendInput = z.object({ participantId: id, courier: line(60), trackingNumber: z.string().trim().max(60).default("") });
