// `npm run bench`: how fast the built site is on ten thousand ideas, beside the limit of this machine. Says in one sentence what is missing.
// BENCH_ONLY=draft measures a large draft report alone, BENCH_ONLY=large the studies of a hundred thousand responses and more without the community.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { ensureBuilt } from "../../bin/build.mjs";
import { ensureInstalled } from "../../bin/install.mjs";
import { freePort, startEmbedded } from "../../db/embedded/server.mjs";
import { benchDraft } from "./draft.mjs";
import { builderSql, measureTyping, missingForTyping } from "./builder.mjs";
import { applicantsSql, fieldworkSql, saveAtFixedRate, timeOfPage } from "./fieldwork.mjs";
import { benchDocuments } from "./documents.mjs";
import { measure } from "./load.mjs";
import { benchLargeStudies } from "./large-study.mjs";
import { studySql } from "./study.mjs";
import { ask, memoryOf, startProcess, untilAnswered } from "./processes.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
process.chdir(path.join(here, "../.."));
const seconds = Number(process.env.BENCH_SECONDS ?? 20);
const repeats = Number(process.env.BENCH_REPEATS ?? 3);

const [isLargeOnly, isDraftOnly] = ["large", "draft"].map((part) => process.env.BENCH_ONLY === part);
const missing = (isLargeOnly || isDraftOnly ? ["psql"] : ["wrk", "psql"]).filter((program) => spawnSync(program, ["--version"], { stdio: "ignore" }).error);
if (missing.length > 0) {
  console.error(`The bench needs ${missing.join(" and ")}, which this machine does not have: install ${missing.length > 1 ? "them" : "it"} and run it again.`);
  process.exit(1);
}

const folder = path.resolve(".cache/bench");
const people = 20_000;
const token = (/** @type {number} */ person) => `b${String(person).padStart(42, "0")}`;
const address = (/** @type {number} */ i) => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;

/** @type {Record<string, unknown>} */
const results = {};
/** @type {[string, string, string][]} */
const table = [];
const tell = (/** @type {string} */ what, /** @type {string} */ value, /** @type {string} */ wanted = "") => {
  table.push([what, value, wanted]);
  console.log(`${what.padEnd(52)} ${value.padEnd(46)} ${wanted}`);
};
const speed = (/** @type {Awaited<ReturnType<typeof measure>>} */ { rate, p50, p99, failures }) =>
  `${Math.round(rate)}/s, p50 ${p50} ms, p99 ${p99} ms${failures > 0 ? `, ${failures} FAILED` : ""}`;

/** @type {[number, string, string, Omit<Parameters<typeof studySql>[0], "trial">, string][]} */
const studies = [
  [
    901,
    "Report over 106 people and 8 prototypes",
    "≤ 300 ms",
    { people: 106, prototypes: 8, counts: { liking: 1, intent: 0, attribute: 0, right: 6, choice: 0, words: 0 } },
    "5",
  ],
  [
    902,
    "Report over 100,000 responses of 30 questions",
    "≤ 5000 ms, ≤ 400 MB",
    { people: 25_000, prototypes: 4, counts: { liking: 1, intent: 1, attribute: 12, right: 8, choice: 5, words: 3 } },
    "3",
  ],
];

await ensureInstalled();
await ensureBuilt();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const dataDir = path.join(folder, "data");
const settings = {
  KAWAN_SECRET: randomBytes(32).toString("base64url"),
  ADDRESS_KEY: randomBytes(32).toString("base64url"),
  KAWAN_DATA_DIR: dataDir,
  LOG_LEVEL: "error",
  NODE_ENV: "production",
};
if (!isLargeOnly) console.log("Loading 10,000 ideas, 500,000 votes, 50,000 comments and 20,000 people.");
const database = await startEmbedded({ dataDir });
/** @type {{ stop: () => Promise<unknown> }[]} */
const running = [{ stop: () => database.stop() }];
const psql = (/** @type {string[]} */ ...args) =>
  execFileSync("psql", ["-q", "-X", "-A", "-t", database.url, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

try {
  execFileSync(process.execPath, ["bin/run.mjs", "cli", "migrate"], {
    env: { ...process.env, ...settings, DATABASE_URL: database.url, PUBLIC_ORIGIN: "http://localhost:3000" },
    stdio: "inherit",
  });
  const bundle = (/** @type {string} */ entry) =>
    build({
      configFile: false,
      logLevel: "error",
      resolve: { alias: { "~db": path.resolve("db"), "~": path.resolve("app") } },
      ssr: { external: true },
      build: { ssr: path.join(here, entry), outDir: folder, emptyOutDir: false, target: "node20" },
    });
  const largeStudies = () => benchLargeStudies({ folder, env: { ...process.env, ...settings, DATABASE_URL: database.url }, psql, tell });
  if (isLargeOnly) {
    await bundle("report-entry.ts");
    largeStudies();
    await database.stop();
    process.exit();
  }
  psql("-f", path.join(here, "seed-shape.sql"));
  psql("-f", path.join(here, "kawan-rows.sql"));

  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const site = await startProcess(["bin/run.mjs", "web"], {
    ...settings,
    DATABASE_URL: database.url,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    TRUSTED_HOPS: "1",
  });
  running.push(site);
  const runSql = (/** @type {string} */ name, /** @type {string} */ text) => {
    const file = path.join(folder, `${name}.sql`);
    writeFileSync(file, text);
    psql("-f", file);
  };
  const draft = () =>
    benchDraft({ origin, webPid: site.pid, settings: { ...settings, DATABASE_URL: database.url, PUBLIC_ORIGIN: origin }, psql, runSql, tell });
  if (isDraftOnly) {
    await draft();
    for (const one of running.reverse()) await one.stop();
    process.exit();
  }
  const bareRate = async (/** @type {number} */ bytes) => {
    const barePort = await freePort();
    const bare = await startProcess([path.join(here, "bare.mjs")], { PORT: String(barePort), BYTES: String(bytes) });
    try {
      return (await measure({ name: "bare", base: `http://127.0.0.1:${barePort}`, lines: [{ path: "/" }], connections: 10, folder, seconds, repeats: 1 })).rate;
    } finally {
      await bare.stop();
    }
  };
  const everyone = Array.from({ length: people }, (_, i) => i + 1);
  const base = origin;

  for (const [name, encoding] of [
    ["board", undefined],
    ["board-compressed", "gzip, br"],
  ]) {
    const headers = { "Accept-Language": "id", ...(encoding && { "Accept-Encoding": encoding }) };
    const page = await ask(origin, { path: "/ideas?sort=top", headers });
    if (page.status !== 200) throw new Error(`The board answered ${page.status}`);
    const lines = everyone.map((i) => ({ path: "/ideas?sort=top", headers: { ...headers, "X-Forwarded-For": address(i) } }));
    const measured = await measure({ name, base, lines, connections: 10, folder, seconds, repeats });
    const limit = await bareRate(page.body.length);
    results[name] = { ...measured, bodyBytes: page.body.length, bareRate: limit, ratio: measured.rate / limit };
    tell(`Board, visitors, 10 connections${encoding ? `, ${encoding}` : ""}`, speed(measured), "≥ 4000/s, p99 ≤ 15 ms");
    tell(`  a bare server sending as many bytes (${page.body.length})`, `${Math.round(limit)}/s: 1/${(limit / measured.rate).toFixed(1)} of it`, "≥ 1/15");
  }

  const signedIn = (/** @type {number} */ i) => ({ Cookie: `kawan=${token(i)}`, "X-Forwarded-For": address(i), "Accept-Language": "id" });
  const board = everyone.map((i) => ({ path: "/ideas?sort=top", headers: signedIn(i) }));
  const own = await measure({ name: "board-signed-in", base, lines: board, connections: 10, folder, seconds, repeats });
  results["board-signed-in"] = own;
  tell("Board, signed in, 10 connections", speed(own), "≥ 200/s, p99 ≤ 90 ms");

  const idea = everyone.map((i) => ({ path: `/ideas/${1 + (i % 10_000)}`, headers: { "X-Forwarded-For": address(i), "Accept-Language": "id" } }));
  const ideaPages = await measure({ name: "idea-pages", base, lines: idea, connections: 10, folder, seconds, repeats });
  results["idea-pages"] = ideaPages;
  tell("Idea pages, each another one, visitors", speed(ideaPages));

  const form = { "Content-Type": "application/x-www-form-urlencoded", Origin: origin };
  /** Pairs of person and idea without a vote: beyond the last vote of the idea the formula of the shape goes on. */
  const votes = Array.from({ length: 60_000 }, (_, n) => {
    const rank = 1 + (n % 10_000);
    const k = Math.round(9989 / rank ** 0.7) + 1 + Math.floor(n / 10_000);
    const person = 1 + ((rank * 7919 + k * 6151) % people);
    return { method: "POST", path: `/ideas/${rank}/vote`, headers: { ...signedIn(person), ...form }, body: "voted=true" };
  });
  const cast = await measure({ name: "votes", base, lines: votes, connections: 50, folder, consume: true, seconds, repeats });
  results.votes = cast;
  tell("Votes, 50 connections", speed(cast), "≥ 500/s, p99 ≤ 200 ms");

  const count = (/** @type {number} */ ideaId) => Number(psql("-c", `select vote_count from ideas where id = ${ideaId}`));
  const rows = (/** @type {number} */ ideaId) => Number(psql("-c", `select count(*) from idea_votes where idea_id = ${ideaId}`));
  const quiet = { many: 9_990, one: 9_991 };
  psql(
    "-c",
    `delete from idea_votes where idea_id in (${quiet.many}, ${quiet.one}); update ideas set vote_count = 0 where id in (${quiet.many}, ${quiet.one}); delete from limits`,
  );
  const vote = (/** @type {number} */ ideaId, /** @type {number} */ person) =>
    ask(origin, { method: "POST", path: `/ideas/${ideaId}/vote`, headers: { ...signedIn(person), ...form }, body: "voted=true" });
  await Promise.all(Array.from({ length: 50 }, (_, i) => vote(quiet.many, 100 + i)));
  await Promise.all(Array.from({ length: 100 }, () => vote(quiet.one, 200)));
  results.burst = { fiftyPeople: count(quiet.many), onePerson: count(quiet.one) };
  tell("50 people vote at once", `${count(quiet.many)} counted, ${rows(quiet.many)} kept`, "50");
  tell("one person votes 100 times at once", `${count(quiet.one)} counted, ${rows(quiet.one)} kept`, "1");
  const differing = Number(psql("-c", "select count(*) from ideas i where vote_count <> (select count(*) from idea_votes v where v.idea_id = i.id)"));
  results.differing = differing;
  tell("ideas whose count differs from their votes", String(differing), "0");

  const runEntry = (/** @type {string[]} */ ...args) =>
    JSON.parse(
      execFileSync(process.execPath, args, { env: { ...process.env, ...settings, DATABASE_URL: database.url }, encoding: "utf8" })
        .trim()
        .split("\n")
        .at(-1) ?? "{}",
    );

  const inField = 911;
  runSql("fieldwork", fieldworkSql(inField, 5000));
  psql(
    "-c",
    `insert into people (id, email, display_name, email_verified_at, birth_year, role) values (${people + 1}, 'moderator@example.test', 'Moderator', now(), 1990, 'moderator');
     insert into sessions (id, person_id, expires_at, ends_at, device) values (encode(sha256(convert_to('${token(people + 1)}', 'UTF8')), 'hex'), ${people + 1}, now() + interval '20 days', now() + interval '100 days', 'bench')`,
  );
  const responses = psql("-c", `select r.id from responses r join participants p on p.id = r.participant_id where p.trial_id = ${inField} order by p.person_id`)
    .split("\n")
    .map(Number);
  await saveAtFixedRate({ origin, responses, signedIn, seconds: 3 });
  psql("-c", `delete from answers where response_id in (select id from responses where version_id = ${inField})`);
  const saves = await saveAtFixedRate({ origin, responses, signedIn, seconds });
  const kept = Number(psql("-c", `select count(*) from answers where response_id in (select id from responses where version_id = ${inField})`));
  results.saves = { ...saves, kept };
  tell(
    "Answers saved, 100 a second whatever comes back",
    `p50 ${saves.p50} ms, p99 ${saves.p99} ms, ${kept} of ${saves.saves} kept${saves.failures > 0 ? `, ${saves.failures} FAILED` : ""}`,
    "p99 ≤ 60 ms",
  );
  const fieldBoard = await timeOfPage(origin, `/manage/trials/${inField}/participants`, signedIn(people + 1));
  results["fieldwork-board"] = fieldBoard;
  tell("Fieldwork board with 5,000 participants", `${fieldBoard.medianMs} ms, ${fieldBoard.mostMs} ms at most`, "≤ 300 ms");

  const lacks = missingForTyping();
  if (lacks) tell("From a key to the preview, 80 questions", `not measured: ${lacks}`, "≤ 100 ms");
  else {
    runSql("builder", builderSql(913));
    const typing = await measureTyping({ origin, questionnaireId: 913, token: token(people + 1) });
    results.typing = typing;
    tell("From a key to the preview, 80 questions", `median ${typing.medianMs} ms, p95 ${typing.p95Ms} ms over ${typing.keys} keys`, "≤ 100 ms");
  }

  runSql("applicants", applicantsSql(912));
  await bundle("draw-entry.ts");
  const drawn = runEntry(path.join(folder, "draw-entry.js"), "912", "2400");
  results.draw = drawn;
  // Idle, below, means that nobody has 20,000 mails to write.
  psql("-c", "truncate graphile_worker._private_jobs");
  tell("20,000 applicants drawn into 24 cells, all told", `${drawn.ms} ms, ${drawn.chosen} chosen, ${drawn.waiting} wait`, "≤ 2000 ms");

  await bundle("report-entry.ts");
  for (const [trial, name, wanted, study, times] of studies) {
    runSql(`study-${trial}`, studySql({ trial, ...study }));
    const computed = runEntry(path.join(folder, "report-entry.js"), String(trial), times);
    results[`report-${trial}`] = computed;
    tell(name, `${computed.medianMs} ms, ${computed.peakMb} MB at most`, wanted);
  }

  results.documents = await benchDocuments({ folder, env: { ...process.env, ...settings, DATABASE_URL: database.url }, tell });
  results.draft = await draft();
  results["large-studies"] = largeStudies();

  await site.stop();
  await database.stop();
  running.length = 0;

  /** @type {number[]} */
  const starts = [];
  let memory = { processes: 0, residentMb: 0, proportionalMb: 0 };
  const { DATABASE_URL: _given, ...outer } = process.env;
  for (let i = 0; i < 3; i++) {
    const startPort = await freePort();
    const begun = performance.now();
    const started = spawn(process.execPath, ["bin/kawan.mjs", "start"], {
      env: { ...outer, KAWAN_DATA_DIR: dataDir, PORT: String(startPort), LOG_LEVEL: "error" },
      stdio: "ignore",
    });
    starts.push(Math.round(await untilAnswered(`http://localhost:${startPort}`, begun)));
    if (i === 2) {
      await pause(10_000);
      memory = memoryOf(/** @type {number} */ (started.pid));
    }
    await new Promise((resolve) => {
      started.once("exit", resolve);
      started.kill("SIGTERM");
    });
  }
  starts.sort((a, b) => a - b);
  results.start = { medianMs: starts[1], all: starts };
  results.memory = memory;
  tell("npm start with its data, to the first 200", `${starts[1]} ms`, "≤ 3000 ms");
  tell("idle: web, worker and parent", `${memory.residentMb} MB resident (${memory.proportionalMb} MB with shared pages counted once)`, "≤ 250 MB");
} finally {
  for (const one of running.reverse()) await one.stop();
}

writeFileSync(path.join(here, "results.json"), JSON.stringify({ seconds, repeats, results, table }, null, 2) + "\n");
console.log("Written to tests/bench/results.json.");
