// The environment of a test: complete, fixed, and pointing nowhere outside this machine.
import { inject } from "vitest";

Object.assign(process.env, {
  NODE_ENV: "test",
  DATABASE_URL: inject("databaseUrl"),
  PUBLIC_ORIGIN: "http://localhost:3000",
  KAWAN_SECRET: "a-secret-that-is-only-good-for-tests-0123456789",
  ADDRESS_KEY: Buffer.alloc(32, 7).toString("base64url"),
  LOG_LEVEL: "silent",
  TZ: "UTC",
});
