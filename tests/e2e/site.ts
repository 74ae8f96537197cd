// The built site with the sample community, in processes and on a database of its own, which leave nothing behind.
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { ensureBuilt } from "../../bin/build.mjs";
import { checkout, freePort, startEmbedded } from "../../db/embedded/server.mjs";

export type StorySite = { origin: string; databaseUrl: string; stop: () => Promise<void> };

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once("exit", (code) => resolve(code));
  });

/** A database on the server that is there, else on one that is started for it. */
const openDatabase = async (): Promise<{ url: string; close: () => Promise<void> }> => {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startEmbedded({ ephemeral: true });
  const server = given ?? embedded!.superuserUrl;
  const name = `kawan_stories_${process.pid}_${randomBytes(3).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const close = async () => {
    await admin.unsafe(`drop database if exists ${name} with (force)`).catch(() => undefined);
    await admin.end({ timeout: 5 });
    await embedded?.stop();
  };
  try {
    await admin.unsafe(`create database ${name}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: named(server, name), close };
};

export const startStorySite = async (): Promise<StorySite> => {
  await ensureBuilt();
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const dataDir = mkdtempSync(path.join(tmpdir(), "kawan-stories-"));
    undo.push(async () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
    const database = await openDatabase();
    undo.push(database.close);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      // In production Kawan refuses a database that does not keep what it has said is saved, as this one that lives for minutes.
      NODE_ENV: "test",
      KAWAN_DEMO: "1",
      KAWAN_DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      KAWAN_SECRET: randomBytes(32).toString("base64url"),
      ADDRESS_KEY: randomBytes(32).toString("base64url"),
      LOG_LEVEL: "error",
    };
    const logFile = path.join(dataDir, "log");
    const run = (args: string[]): ChildProcess => {
      const log = openSync(logFile, "a");
      // The channel tells the processes when we die, and then they end as well.
      const child = spawn(process.execPath, ["bin/run.mjs", ...args], { cwd: checkout, env, stdio: ["ignore", log, log, "ipc"] });
      closeSync(log);
      return child;
    };
    for (const command of [["migrate"], ["seed", "demo"]]) {
      const code = await ended(run(["cli", ...command]));
      if (code !== 0) throw new Error(`"${command.join(" ")}" failed: ${readFileSync(logFile, "utf8")}`);
    }
    undo.push(async () => {
      const said = readFileSync(logFile, "utf8")
        .split("\n")
        .filter((line) => line.startsWith("{") || /error/i.test(line));
      if (said.length > 0) console.error(`The site complained ${said.length} times:\n${said.slice(-20).join("\n")}`);
    });
    for (const name of ["web", "worker"]) {
      const child = run([name]);
      undo.push(async () => {
        child.kill("SIGTERM");
        const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
        await ended(child);
        clearTimeout(patience);
      });
      await new Promise<void>((resolve, reject) => {
        child.once("message", () => resolve());
        child.once("exit", (code) => reject(new Error(`The ${name} process did not start (code ${code}): ${readFileSync(logFile, "utf8")}`)));
      });
    }
    return { origin, databaseUrl: database.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
