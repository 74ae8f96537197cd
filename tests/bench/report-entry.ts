// Computes the report of one trial a few times and says how long it took and how much memory the process needed at most.
import { system, type Context } from "~/core/context";
import { computeReport } from "~/features/reports/compute-report.server";
import { findTrialFacts, loadReportData } from "~/features/reports/data.server";
import { emptyDraft } from "~/features/reports/report";
import { openPool } from "~db/client.server";

const [trial = "", times = "1"] = process.argv.slice(2);
const pool = openPool(process.env.DATABASE_URL ?? "", { max: 2, statementTimeoutMs: 120_000, name: "bench" });
const ctx: Context = { db: pool.db, actor: system("bench"), now: new Date(), locale: "id" };
const taken: number[] = [];
for (let i = 0; i < Number(times); i++) {
  const begun = performance.now();
  const data = await loadReportData(ctx, await findTrialFacts(ctx, Number(trial)));
  const content = await computeReport(ctx, data, emptyDraft, null);
  taken.push(Math.round(performance.now() - begun));
  if (content.blocks.length === 0) throw new Error("The report is empty");
}
await pool.close();
console.log(JSON.stringify({ medianMs: taken.sort((a, b) => a - b)[taken.length >> 1], peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
