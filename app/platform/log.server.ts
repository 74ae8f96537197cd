// JSON lines, without passwords, tokens, cookies, addresses or what people wrote.
import { pino } from "pino";

export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.KAWAN_PROCESS_NAME ?? "kawan" },
  redact: { paths: ["*.password", "*.token", "*.cookie", "*.email", "*.address", "*.body", "headers"], censor: "[left out]" },
});
