// Computes the report of one trial a few times, or some of its crosstabs, and says how long it took and how much memory the process needed at most.
import { system, type Context } from "~/core/context";
import { computeReport } from "~/features/reports/compute-report.server";
import { getCrosstab } from "~/features/reports/crosstabs/get-crosstab.server";
import { findTrialFacts, loadReportData } from "~/features/reports/data.server";
import { emptyDraft } from "~/features/reports/report";
import { openPool } from "~db/client.server";

const [trial = "", times = "1", what = "report"] = process.argv.slice(2);
const pool = openPool(process.env.DATABASE_URL ?? "", { max: 2, statementTimeoutMs: 240_000, name: "bench" });
const ctx: Context = { db: pool.db, actor: system("bench"), now: new Date(), locale: "id" };

const reportOnce = async () => {
  const data = await loadReportData(ctx, await findTrialFacts(ctx, Number(trial)));
  const content = await computeReport(ctx, data, emptyDraft, null);
  if (content.blocks.length === 0) throw new Error("The report is empty");
};

const crosstabOf = (question: string, fact: string) => async () => {
  const { tables } = await getCrosstab(ctx, Number(trial), { question, by: [fact], prototype: null, adjustment: null, weights: null, segmentId: null });
  if (!tables[0]?.points[0]?.columns.length) throw new Error("The crosstab is empty");
};

/** A scale and a choice, each by a choice, a scale and a fact. */
const pairs = ["liking_1", "choice_1"].flatMap((question) => [":answer:choice_2", ":answer:attribute_1", "city"].map((by) => crosstabOf(question, by)));

/** The first time in a process, before the code is warm. */
let firstMs: number | null = null;

const medianOf = async (work: () => Promise<void>): Promise<number> => {
  const taken: number[] = [];
  for (let i = 0; i < Number(times); i++) {
    const begun = performance.now();
    await work();
    const ms = Math.round(performance.now() - begun);
    firstMs ??= ms;
    taken.push(ms);
  }
  return taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0;
};

const medians: number[] = [];
for (const work of what === "crosstab" ? pairs : [reportOnce]) medians.push(await medianOf(work));
await pool.close();
console.log(JSON.stringify({ medianMs: Math.max(...medians), firstMs, all: medians, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
