// Outside studies brought in by file, read back from their reports: what the page says is what other people's code computed.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { computeReport } from "~/features/reports/compute-report.server";
import { findTrialFacts, loadReportData } from "~/features/reports/data.server";
import type { QuestionFinding } from "~/features/reports/question-result";
import { emptyDraft } from "~/features/reports/report";
import { importTrial } from "~/features/trials/import/import-trial.server";
import type { Database } from "~db/client.server";
import { createCast } from "../support/cast";
import { contextFor, rolledBack } from "../support/database";

const shared = new URL("../../../shared/data/", import.meta.url);
const oracleOf = <Oracle>(folder: string) => JSON.parse(readFileSync(new URL(`${folder}/oracle.json`, shared), "utf8")) as Oracle;

/** The findings of one block of the report on a study that has just been imported. */
const findingsOf = async (db: Database, map: string, folder: string, file: string, block: string): Promise<QuestionFinding[]> => {
  const ctx = contextFor(db, (await createCast(db)).rian);
  const text = readFileSync(new URL(`../../db/seed/studies/${map}.map.json`, import.meta.url), "utf8").replace(/"team": "[^"]*"/, '"team": "Home care"');
  const { trialId, problems } = await importTrial(ctx, { map: text, csv: createReadStream(new URL(`${folder}/${file}`, shared)), dryRun: false });
  expect(problems.shown).toEqual([]);
  const data = await loadReportData(ctx, await findTrialFacts(ctx, trialId!));
  const { blocks } = await computeReport(ctx, data, emptyDraft, null);
  const found = blocks.find((each) => each.block === block);
  return found && "questions" in found ? (found.questions as QuestionFinding[]) : [];
};

const valueIn = ({ tables }: QuestionFinding, table: number, row: string, column: number): number =>
  tables[table]!.rows.find(({ key }) => key === row)?.cells[column]?.value ?? Number.NaN;

describe.skipIf(!existsSync(shared))("the report on an imported study", () => {
  test("of mascaras gives each its chance to be preferred as BradleyTerry2 does", rolledBack(async (db) => {
    const { items, bt } = oracleOf<{ items: string[]; bt: { mean_win_prob: number[]; deviance: number } }>("mascaras_paired");
    const [finding] = await findingsOf(db, "mascaras", "mascaras_paired", "data.csv", "preference");
    const chances = finding!.tables[0]!.rows.map(({ label, cells }) => [label.en, cells[2]!.value! * 100] as const);
    expect(chances.map(([name]) => name)).toEqual(items.toSorted((a, b) => bt.mean_win_prob[items.indexOf(b)]! - bt.mean_win_prob[items.indexOf(a)]!));
    for (const [name, chance] of chances) expect(chance).toBeCloseTo(bt.mean_win_prob[items.indexOf(name)]!, 5);
    expect(finding!.notes.map(({ en }) => en).join(" ")).toContain(bt.deviance.toFixed(2));
  }));

  test("of salad dressings ranks them as Friedman's test in R does", rolledBack(async (db) => {
    const { friedman, borda } = oracleOf<{ friedman: { chi2: number }; borda: Record<string, number> }>("salad_ranking");
    const [finding] = await findingsOf(db, "salad-dressings", "salad_ranking", "data.csv", "ranking");
    expect(finding!.method.en).toContain(`χ²(3) = ${friedman.chi2.toFixed(2)}`);
    for (const [item, points] of Object.entries(borda)) expect(valueIn(finding!, 0, item.toLowerCase(), 2)).toBe(points);
  }));

  test("of rice counts best and worst as support.BWS does", rolledBack(async (db) => {
    const { counts } = oracleOf<{ counts: { item: string; best: number; worst: number; std_bw: number }[] }>("rice_bws");
    const [finding] = await findingsOf(db, "rice", "rice_bws", "responses.csv", "best_worst");
    const keys = ["origin", "variety", "price", "taste", "safety", "washfree", "milling"];
    for (const [place, { best, worst, std_bw }] of counts.entries()) {
      expect([1, 2].map((column) => valueIn(finding!, 0, keys[place]!, column))).toEqual([best, worst]);
      expect(valueIn(finding!, 0, keys[place]!, 3)).toBeCloseTo(std_bw, 8);
    }
  }));

  test("of bread tests every word as the package cata does", rolledBack(async (db) => {
    const { cochran } = oracleOf<{ cochran: { attr: string; Q: number }[] }>("bread_cata");
    const [finding] = await findingsOf(db, "bread", "bread_cata", "data.csv", "check_all");
    const table = finding!.tables.findIndex(({ head }) => head.some(({ en }) => en === "Cochran’s Q"));
    const column = finding!.tables[table]!.head.findIndex(({ en }) => en === "Cochran’s Q") - 1;
    for (const { attr, Q } of cochran) expect(valueIn(finding!, table, attr.toLowerCase(), column)).toBeCloseTo(Q, 8);
  }));

  test("of bread places words on the side of the breads they are said of, and leaves off those that tell nothing", rolledBack(async (db) => {
    const { cochran } = oracleOf<{ cochran: { attr: string; p: number }[] }>("bread_cata");
    const findings = await findingsOf(db, "bread", "bread_cata", "data.csv", "check_all");
    const chart = findings.find(({ key }) => key === "words:map")!.chart;
    if (chart?.kind !== "map") throw new Error("There is no map");
    const words = chart.points.filter(({ isPrototype }) => !isPrototype).map(({ key }) => key.replace("word ", ""));
    expect(words.sort()).toEqual(cochran.filter(({ p }) => p < 0.1).map(({ attr }) => attr.toLowerCase()).sort());
    const at = (label: string) => chart.points.find((point) => point.label.en === label)!.x;
    // 86 % say "Seeds" of Bread 5 and 1 % of Bread 2.
    expect(Math.sign(at("Seeds"))).toBe(Math.sign(at("Bread 5")));
    expect(Math.sign(at("Bread 2"))).toBe(-Math.sign(at("Bread 5")));
    expect(chart.axes[0]).toBeGreaterThan(chart.axes[1]);
    expect(chart.axes[0] + chart.axes[1]).toBeLessThanOrEqual(1);
  }));

  test("of the e-wallet finds the category of each feature and how much it matters", rolledBack(async (db) => {
    const { results } = oracleOf<{ results: Record<string, Record<string, { counts: Record<string, number>; better: number; worse: number }>> }>("kano_ewallet");
    const findings = await findingsOf(db, "e-wallet", "kano_ewallet", "transfers_all_cohorts_clean.csv", "kano");
    const features = { anonymous: "F6", convenient: "F7", reliable: "F8", responsive: "F9", secure: "F10", transparent: "F11" };
    for (const [key, feature] of Object.entries(features)) {
      const finding = findings.find((each) => each.key === key)!;
      const { counts, better, worse } = results.transfers_all_cohorts_clean![feature]!;
      const numbers = finding.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
      for (const count of Object.values(counts)) expect(numbers).toContain(count);
      for (const wanted of [better, worse]) expect(numbers.some((value) => value !== null && Math.abs(Math.abs(value) - Math.abs(wanted)) < 1e-9)).toBe(true);
    }
  }));
});
