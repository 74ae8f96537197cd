// Encryption of what must be unreadable in a copy of the database: AES-256-GCM, with the id of the key and bound to what it belongs to.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "./env.server";

export type Encrypted = { keyId: string; ciphertext: Buffer };

const nonceBytes = 12;
const tagBytes = 16;

const currentKey = () => {
  const key = Buffer.from(env().ADDRESS_KEY, "base64url");
  if (key.length !== 32) throw new Error("ADDRESS_KEY must be 32 bytes in base64url");
  return { key, keyId: createHash("sha256").update(key).digest("hex").slice(0, 12) };
};

/** `belongsTo` is authenticated but not stored: a ciphertext moved to another row cannot be read there. */
export const encrypt = (text: string, belongsTo: string): Encrypted => {
  const { key, keyId } = currentKey();
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(belongsTo));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { keyId, ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
};

/** Throws when the key is another one, the text was changed, or it belongs to something else. */
export const decrypt = ({ keyId, ciphertext }: Encrypted, belongsTo: string): string => {
  const current = currentKey();
  if (keyId !== current.keyId) throw new Error(`Encrypted with key ${keyId}, and ADDRESS_KEY is ${current.keyId}`);
  const decipher = createDecipheriv("aes-256-gcm", current.key, ciphertext.subarray(0, nonceBytes)).setAAD(Buffer.from(belongsTo));
  decipher.setAuthTag(ciphertext.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(ciphertext.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
};
