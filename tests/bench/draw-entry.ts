// Draws one wave for a trial among everybody who applied, and says how long it took.
import { system, type Context } from "~/core/context";
import { drawWave } from "~/features/trials/draw-wave.server";
import { openPool } from "~db/client.server";

const [trial = "", places = ""] = process.argv.slice(2);
const pool = openPool(process.env.DATABASE_URL ?? "", { max: 2, statementTimeoutMs: 120_000, name: "bench" });
const ctx: Context = { db: pool.db, actor: system("bench"), now: new Date(), locale: "id" };
const begun = performance.now();
const { chosen, waiting } = await drawWave(ctx, { trialId: Number(trial), places: Number(places) });
const ms = Math.round(performance.now() - begun);
await pool.close();
console.log(JSON.stringify({ ms, chosen, waiting }));
