// JSON lines, without passwords, tokens, cookies, addresses or what people wrote.
import { pino } from "pino";

type Failure = Error & { code?: unknown; constraint_name?: unknown };

/** An error of the database repeats the values of its statement: its kind and its place are kept, never the values. */
export const withoutValues = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, code, constraint_name: constraint, cause } = error as Failure;
  const firstLine = message.split("\n", 1)[0] ?? "";
  const places = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.constructor.name || name,
    message: firstLine.replace(/"[^"]*"?|'[^']*'?/g, '"…"').slice(0, 300),
    code,
    constraint,
    stack: places.join("\n"),
    ...(cause instanceof Error && { cause: withoutValues(cause) }),
  };
};

export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.KAWAN_PROCESS_NAME ?? "kawan" },
  serializers: { err: withoutValues },
  redact: { paths: ["*.password", "*.token", "*.cookie", "*.email", "*.address", "*.body", "headers"], censor: "[left out]" },
});
