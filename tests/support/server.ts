// The built site as a process of its own on a database of its own, for tests that look at it from outside.
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import http, { type IncomingHttpHeaders } from "node:http";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { ensureBuilt } from "../../bin/build.mjs";
import { freePort } from "../../db/embedded/server.mjs";
import { testDatabaseUrl } from "./database";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
export type Asking = {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[] | undefined>;
  body?: string | Buffer | Iterable<Buffer>;
  from?: "here" | "nowhere";
};

export type Site = {
  origin: string;
  port: number;
  process: ChildProcess;
  /** Sends one request as it is written. Forms come from a page of ours unless `from` says "nowhere". */
  ask: (asking?: Asking) => Promise<Answer>;
  stop: () => Promise<number | null>;
};

const askOf =
  (port: number, origin: string) =>
  ({ method = "GET", path = "/", headers = {}, body, from = "here" }: Asking = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const own: Record<string, string | string[] | undefined> = {
        Host: `localhost:${port}`,
        ...(method === "GET" || method === "HEAD" || from === "nowhere" ? {} : { Origin: origin, "Sec-Fetch-Site": "same-origin" }),
        ...headers,
      };
      const sent = Object.fromEntries(Object.entries(own).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined));
      const request = http.request({ host: "127.0.0.1", port, method, path, headers: sent, agent: false, setHost: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const whole = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, text: whole.toString("utf8") });
        });
      });
      let answered = false;
      request.on("response", () => (answered = true));
      request.on("error", (error) => !answered && reject(error));
      if (typeof body === "string" || Buffer.isBuffer(body)) request.setHeader("Content-Length", Buffer.byteLength(body));
      if (body && typeof body !== "string" && !Buffer.isBuffer(body)) for (const chunk of body) request.write(chunk);
      request.end(typeof body === "string" || Buffer.isBuffer(body) ? body : undefined);
    });

const running: Site[] = [];
afterAll(async () => {
  await Promise.all(running.splice(0).map((site) => site.stop()));
});

/** Starts the built site; its standard error is part of the message when it does not come up. */
export const startSite = async (settings: Record<string, string> = {}): Promise<Site> => {
  await ensureBuilt();
  const port = await freePort();
  const origin = settings.PUBLIC_ORIGIN ?? `http://localhost:${port}`;
  const child = spawn(process.execPath, ["bin/run.mjs", "web"], {
    cwd: checkout,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      LOG_LEVEL: "error",
      DATABASE_URL: await testDatabaseUrl(),
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      KAWAN_SECRET: randomBytes(32).toString("base64url"),
      ADDRESS_KEY: randomBytes(32).toString("base64url"),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The site did not start (code ${code}): ${said}`)));
  });
  const stop = () =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
      child.once("exit", (code) => resolve(code));
      child.kill("SIGTERM");
    });
  const site: Site = { origin, port, process: child, ask: askOf(port, origin), stop };
  running.push(site);
  return site;
};

/** The fields of a form as a browser would send them. */
export const formOf = (fields: Record<string, string> | [string, string][]): { body: string; headers: Record<string, string> } => ({
  body: new URLSearchParams(fields).toString(),
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
});
