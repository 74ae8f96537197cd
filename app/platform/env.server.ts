// Every setting that comes from the environment, checked once, with a sentence for what is wrong.
import { z } from "zod";

z.config({ jitless: true });

const environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: z.string().min(1),
  /** A connection without a transaction pooler, for the worker's LISTEN. */
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).transform((origin) => new URL(origin).origin),
  /** Keys the hashes of addresses and agents. */
  KAWAN_SECRET: z.string().min(32),
  /** 32 bytes in base64url: encrypts delivery addresses. */
  ADDRESS_KEY: z.string().min(43),
  /** Where uploads are kept. */
  KAWAN_DATA_DIR: z.string().default(".data"),
  /** Named cast with one-tap sign-in and a readable outbox. */
  KAWAN_DEMO: z.stringbool().default(false),
  /** Proxies in front that may set X-Forwarded-For; 0 deletes the header. */
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Kawan <kawan@localhost>"),
  /** Answers (responses times questions) up to which a page computes a draft report itself; larger ones are the worker's. */
  DRAFT_ANSWERS_IN_PAGE: z.coerce.number().int().min(0).default(20_000),
  /** Memory for objects, in megabytes, of the thread that carries out a long computation. */
  COMPUTE_MEMORY_MB: z.coerce.number().int().min(64).default(1024),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environment>;

let known: Environment | undefined;

export const env = (): Environment => {
  if (known) return known;
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable: ${wrong.join("; ")}`);
  }
  return (known = parsed.data);
};
