// Two real studies, imported and reported: every number that the report shows is the one that R computed.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { contextFor, rolledBack } from "../../../tests/support/database";
import type { JustAboutRightBlock, PenaltySideResult } from "./blocks/just-about-right/result";
import { canonicalJson } from "./canonical-json";
import { computeReport } from "./compute-report.server";
import { findTrialFacts, loadReportData } from "./data.server";
import { emptyDraft, type ReportContent } from "./report";
import type { RatingAnalysis, RatingsBlock } from "./rating-result";

const carrotsFolder = "db/seed/studies/carrots";
const carrotsOracle = ["tests/reference/carrots/oracle.json", "../shared/data/carrots/oracle.json"].find((path) => existsSync(path));
const orangeFolder = process.env.KAWAN_SHARED_DATA ? `${process.env.KAWAN_SHARED_DATA}/orange_jar` : "../shared/data/orange_jar";

/** Equal to six digits, the eighth may differ. */
const same = (actual: number | null | undefined, expected: number, what: string) => {
  expect(actual, what).not.toBeNull();
  // Below 1e-12 both are a zero with rounding.
  expect(Math.abs(Number(actual) - expected), `${what}: ${String(actual)} v ${expected}`).toBeLessThanOrEqual(Math.max(1e-7 * Math.abs(expected), 1e-12));
};

const importAndReport = async (db: Database, csv: string, map: string, rows?: string[]) => {
  const ctx = contextFor(db);
  const source = rows
    ? (async function* () {
        yield Buffer.from(rows.join("\n"));
      })()
    : createReadStream(csv);
  const { trialId, problems } = await importTrial(ctx, { map: readFileSync(map, "utf8"), csv: source, dryRun: false });
  expect(problems.shown).toEqual([]);
  const data = await loadReportData(ctx, await findTrialFacts(ctx, trialId!));
  return { data, content: await computeReport(ctx, data, emptyDraft, null) };
};

const ratingOf = (content: ReportContent, name: RatingsBlock["block"], key: string): RatingAnalysis =>
  content.blocks.flatMap((block) => (block.block === name ? (block as RatingsBlock).ratings : [])).find((rating) => rating.key === key)!;

type Oracle = {
  per_product: { product: string; mean: Record<"n" | "mean" | "sd" | "se" | "lo" | "hi", number>; t2b: OracleShare; b2b: OracleShare; counts: number[] }[];
  anova_all: { ss_consumer: number; ss_product: number; ss_resid: number; df: number[]; mse: number; F_product: number; p_product: number };
  ls_means: Record<string, number | string>[];
  tukey_kramer_all: { pair: string; diff: number; lo: number; hi: number; p_adj: number }[];
};
type OracleShare = { x: number; n: number; p: number; lo: number; hi: number };

describe("the carrots study", () => {
  const oracle = JSON.parse(readFileSync(carrotsOracle ?? "", "utf8")) as Oracle;

  it(
    "shows means, boxes, distributions and comparisons as R does",
    rolledBack(async (db) => {
      const { data, content } = await importAndReport(db, `${carrotsFolder}/data.csv`, `${carrotsFolder}/map.json`);
      const { rows, comparison } = ratingOf(content, "liking", "liking");
      const codeOf = (product: string) => data.prototypes.find(({ name }) => name === product.replace("_E", " early").replace("_L", " late"))!.code;
      expect(rows).toHaveLength(12);
      for (const { product, mean, t2b, b2b, counts } of oracle.per_product) {
        const row = rows.find(({ code }) => code === codeOf(product))!;
        expect(row.n).toBe(mean.n);
        expect(row.counts).toEqual(counts);
        expect((row.missing.skipped ?? 0) + row.n).toBe(103);
        same(row.mean, mean.mean, `${product} mean`);
        same(row.standardDeviation, mean.sd, `${product} sd`);
        same(row.standardError, mean.se, `${product} se`);
        same(row.interval?.lower, mean.lo, `${product} lower`);
        same(row.interval?.upper, mean.hi, `${product} upper`);
        for (const [name, box, expected] of [
          ["top", row.topBox, t2b],
          ["bottom", row.bottomBox, b2b],
        ] as const) {
          expect([box?.count, box?.n]).toEqual([expected.x, expected.n]);
          same(box?.share, expected.p, `${product} ${name}`);
          same(box?.interval.lower, expected.lo, `${product} ${name} lower`);
          same(box?.interval.upper, expected.hi, `${product} ${name} upper`);
        }
      }
      if (comparison.kind !== "repeated") throw new Error(`compared as ${comparison.kind}`);
      const { anova_all: anova } = oracle;
      expect([comparison.people, comparison.peopleLeftOut]).toEqual([103, 0]);
      expect([comparison.numeratorDegrees, comparison.denominatorDegrees]).toEqual([anova.df[1], anova.df[2]]);
      same(comparison.f, anova.F_product, "F");
      same(comparison.p, anova.p_product, "p");
      same(comparison.sumOfSquares.people, anova.ss_consumer, "SS people");
      same(comparison.sumOfSquares.prototypes, anova.ss_product, "SS prototypes");
      same(comparison.sumOfSquares.residual, anova.ss_resid, "SS residual");
      same(comparison.meanSquareResidual, anova.mse, "MSE");
      for (const line of oracle.ls_means) {
        const adjusted = comparison.adjusted.find(({ code }) => code === codeOf(String(line.Product)))!;
        same(adjusted.mean, Number(line.emmean), `adjusted ${line.Product}`);
        same(adjusted.standardError, Number(line.SE), `adjusted se ${line.Product}`);
        same(adjusted.interval.lower, Number(line["lower.CL"]), `adjusted lower ${line.Product}`);
        same(adjusted.interval.upper, Number(line["upper.CL"]), `adjusted upper ${line.Product}`);
      }
      const lettersOf = (code: string) => comparison.letters.find((entry) => entry.code === code)!.letters;
      expect(oracle.tukey_kramer_all).toHaveLength(66);
      for (const { pair, diff, lo, hi, p_adj } of oracle.tukey_kramer_all) {
        const [first, second] = pair.split(" - ").map(codeOf) as [string, string];
        const found = comparison.pairs.find((entry) => [entry.first, entry.second].sort().join() === [first, second].sort().join())!;
        const sign = found.first === first ? 1 : -1;
        same(sign * found.difference, diff, `${pair} difference`);
        same(sign === 1 ? found.interval.lower : -found.interval.upper, lo, `${pair} lower`);
        same(sign === 1 ? found.interval.upper : -found.interval.lower, hi, `${pair} upper`);
        // The upper tail of the studentised range is where R itself keeps about six digits.
        expect(Math.abs(found.p - p_adj), `${pair} p ${found.p} v ${p_adj}`).toBeLessThan(Math.max(1e-6 * p_adj, 1e-10));
        const share = [...lettersOf(first)].some((letter) => lettersOf(second).includes(letter));
        expect(share, `${pair} letters`).toBe(p_adj >= 0.05);
      }
    }),
  );

  it(
    "is the same version, byte for byte, when the rows come in another order",
    rolledBack(async (db) => {
      const [heading, ...lines] = readFileSync(`${carrotsFolder}/data.csv`, "utf8").trim().split("\n");
      const first = await importAndReport(db, "", `${carrotsFolder}/map.json`, [heading!, ...lines]);
      const second = await importAndReport(db, "", `${carrotsFolder}/map.json`, [heading!, ...lines.reverse()]);
      expect(canonicalJson(second.content)).toBe(canonicalJson(first.content));
      expect(second.data.dataHash).toBe(first.data.dataHash);
      const changed = await importAndReport(db, "", `${carrotsFolder}/map.json`, [
        heading!,
        ...lines.map((line, index) => (index === 5 ? line.replace(/,(\d),(\d),(\d),(\d),/, ",1,$2,$3,$4,") : line)),
      ]);
      expect(changed.data.dataHash).not.toBe(first.data.dataHash);
    }),
  );

  it(
    "leaves something to decide on also when too few people answered to compare anything",
    rolledBack(async (db) => {
      const [heading, ...lines] = readFileSync(`${carrotsFolder}/data.csv`, "utf8").trim().split("\n");
      const { content } = await importAndReport(db, "", `${carrotsFolder}/map.json`, [heading!, ...lines.slice(0, 24)]);
      expect(content.findings.map(({ key }) => key)).toEqual(["liking:liking", "verdict"]);
      expect(content.findings[0]?.text.en).toMatch(/^Too few answers/);
    }),
  );
});

type OracleSide = {
  n: number;
  pct: number;
  mean?: number;
  drop?: number;
  weighted?: number;
  flag_pct20?: boolean;
  welch_t?: number;
  welch_df?: number;
  welch_p?: number;
  lo?: number;
  hi?: number;
};
type OrangeOracle = {
  by_product: {
    product: string;
    n: number;
    mean: number;
    attrs: Record<string, { n: number; n_jar: number; pct_jar: number; mean_jar: number; overall: { penalty: number }; low: OracleSide; high: OracleSide }>;
  }[];
  pooled: { multi_dim: { term: string; penalty: number; se: number; p: number }[] };
};

describe.skipIf(!existsSync(orangeFolder))("the orange juice study", () => {
  const keys: Record<string, string> = { Nc: "colour", Io: "smell", Su: "sweetness", Ac: "acidity", Bt: "bitterness", Pu: "pulp" };

  it(
    "shows the penalties of every juice and attribute as R does, and no test where the base is too small for one",
    rolledBack(async (db) => {
      const oracle = JSON.parse(readFileSync(`${orangeFolder}/oracle.json`, "utf8")) as OrangeOracle;
      const { data, content } = await importAndReport(db, `${orangeFolder}/data.csv`, "db/seed/studies/orange-juice.map.json");
      const block = content.blocks.find((entry): entry is JustAboutRightBlock => entry.block === "just_about_right")!;
      const liking = ratingOf(content, "liking", "liking");
      const side = (actual: PenaltySideResult, expected: OracleSide, justRight: number, what: string) => {
        expect(actual.n, what).toBe(expected.n);
        same(actual.share, expected.pct, `${what} share`);
        if (expected.n === 0 || justRight === 0) return;
        same(actual.mean, expected.mean!, `${what} mean`);
        same(actual.drop, expected.drop!, `${what} drop`);
        same(actual.weightedPenalty, expected.weighted!, `${what} weighted`);
        if (expected.n < 10 || justRight < 10) return expect(actual.test, what).toBeNull();
        same(actual.test?.t, expected.welch_t!, `${what} t`);
        same(actual.test?.degreesOfFreedom, expected.welch_df!, `${what} df`);
        same(actual.test?.p, expected.welch_p!, `${what} p`);
        same(actual.test?.interval.lower, expected.lo!, `${what} lower`);
        same(actual.test?.interval.upper, expected.hi!, `${what} upper`);
        expect(actual.isFlagged, `${what} flag`).toBe(expected.flag_pct20! && expected.drop! >= 1 && actual.test!.adjustedP < 0.05);
      };
      expect(oracle.by_product).toHaveLength(8);
      for (const { product, mean, n, attrs } of oracle.by_product) {
        const { code } = data.prototypes.find(({ name }) => name === product)!;
        const row = liking.rows.find((entry) => entry.code === code)!;
        expect(row.n).toBe(n);
        same(row.mean, mean, `${product} mean`);
        for (const [name, expected] of Object.entries(attrs)) {
          const cell = block.prototypes.find((entry) => entry.code === code)!.cells.find(({ key }) => key === keys[name])!;
          expect([cell.n, cell.justAboutRight.n]).toEqual([expected.n, expected.n_jar]);
          same(cell.justAboutRight.share, expected.pct_jar, `${product} ${name} share`);
          same(cell.justAboutRight.mean, expected.mean_jar, `${product} ${name} mean`);
          same(cell.overallPenalty, expected.overall.penalty, `${product} ${name} penalty`);
          side(cell.low, expected.low, expected.n_jar, `${product} ${name} low`);
          side(cell.high, expected.high, expected.n_jar, `${product} ${name} high`);
        }
      }
      expect(block.pooled?.penalties).toHaveLength(oracle.pooled.multi_dim.length);
      for (const { term, penalty, se, p } of oracle.pooled.multi_dim) {
        const [, name, level] = /^(..)(low|high)$/.exec(term)!;
        const found = block.pooled!.penalties.find((entry) => entry.key === keys[name!] && entry.side === level)!;
        same(found.penalty, penalty, term);
        same(found.standardError, se, `${term} se`);
        expect(Math.abs(found.p - p) / p, `${term} p`).toBeLessThan(1e-6);
      }
      const sugar = block.prototypes
        .find(({ code }) => code === data.prototypes.find(({ name }) => name === "1JPA")!.code)!
        .cells.find(({ key }) => key === "sweetness")!;
      expect([sugar.low.isFlagged, sugar.high.isFlagged]).toEqual([false, true]);
    }),
  );
});
