// Weighted crosstabs of the carrots from the database on, against the survey package of R.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { likingAndWhen, storeStudy } from "../../../../tests/support/stored-study";
import { getReport } from "../queries.server";
import { getWeighting, saveWeighting } from "../weights/save-weighting.server";
import { weighFacts } from "../weights/weigh-facts.server";
import { weighPeople } from "../weights/weigh-people.server";
import { fieldOf, shapeOf } from "../weights/weighting";
import { byPrototype } from "./crosstab";
import { findStudy, weightsFor } from "./load-study.server";
import { makeCrosstabs } from "./make-crosstabs.server";

type Column = { n: number; effectiveN: number; mean: number; share: number; plainMean: number; plainShare: number };
type Pair = { first: number; second: number; z: number; zP: number; t: number; tP: number };
type Reference = {
  product: string;
  targets: Record<string, Record<string, number>>;
  effectiveN: number;
  crosstabs: {
    by: string;
    keys: string[];
    total: Column;
    columns: Column[];
    pairs: Pair[];
    meanP: number;
    shareP: number;
    plain: { welchP: number; chiP: number };
  }[];
  paired: {
    first: string;
    second: string;
    n: number;
    mean: { difference: number; p: number };
    share: { difference: number; p: number };
    plainT: number;
    midP: number;
  }[];
};

const folder = path.resolve("tests/reference/carrots");
const reference = JSON.parse(readFileSync(path.join(folder, "weighted_crosstab.json"), "utf8")) as Reference;
const [, ...lines] = readFileSync(path.join(folder, "data.csv"), "utf8").trim().split("\n");
const rows = lines.map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
const consumers = [...new Set(rows.map(([consumer]) => consumer!))];
const products = [...new Set(rows.map((row) => row.at(-1)!))];

const scale = {
  ...likingAndWhen[0]!,
  config: { min: 1, max: 7, topBoxes: [6, 7], bottomBoxes: [1, 2], highIsGood: true, measures: "overall_liking", labels: {} },
};

/** The carrots as a trial of ours, weighted as in R. */
const store = async (db: Database) => {
  const cast = await createCast(db);
  const rowOf = new Map(rows.map((row) => [`${row[0]} ${row.at(-1)}`, row]));
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: products,
    questions: [scale],
    people: consumers.length,
    profile: (person) => {
      const [, , , age, homesize] = rows.find(([consumer]) => consumer === consumers[person])!;
      return { Age: age!, Homesize: homesize! };
    },
    answer: (person, prototype) => {
      const preference = rowOf.get(`${consumers[person]} ${products[prototype]}`)![7]!;
      return preference === "NA" || preference === "" ? null : Number(preference);
    },
  });
  const ctx = contextFor(db, cast.rian);
  const { choices, revision } = await getWeighting(ctx, trialId);
  const fields = new Map(
    choices.flatMap(({ fact, options }, index) =>
      options.map(({ value }, place) => [fieldOf(index, place), String(100 * (reference.targets[fact]?.[value] ?? 0))] as const),
    ),
  );
  await saveWeighting(ctx, { trialId, shape: shapeOf(choices), revision, cap: null, isUsed: true, fieldAt: (name) => fields.get(name) ?? "" });
  const { trial, report } = await getReport(ctx, trialId);
  return { ctx, trial, draft: report.draft };
};

const made = async ({ ctx, trial, draft }: Awaited<ReturnType<typeof store>>, by: string, isWeighted: boolean) => {
  const study = await findStudy(ctx, trial);
  const { weights } = await weightsFor(ctx, trial, draft);
  const prototype = study.prototypes.find(({ name }) => name === reference.product)!.code;
  const spec = { question: "liking", by: [by], prototype, adjustment: "none" as const, isWeighted };
  const [table] = await makeCrosstabs(ctx, { ...study, versionId: study.versionId!, weights: isWeighted ? weights : null }, spec);
  return { ...table!, weights: weights!, codeOf: (name: string) => study.prototypes.findIndex((each) => each.name === name) };
};

/** Raking stops when the margins are met to nine digits. */
const near = (found: number | null | undefined, wanted: number) =>
  expect(Math.abs(found! - wanted)).toBeLessThanOrEqual(1e-6 * Math.max(1e-3, Math.abs(wanted)));

describe("a weighted crosstab", () => {
  it.each(reference.crosstabs)("by $by has the means, shares, bases and tests of R's survey package", (wanted) =>
    rolledBack(async (db) => {
      const { table, evidence, weights } = await made(await store(db), wanted.by, true);
      near(weights.effectiveN, reference.effectiveN);
      const [point] = table.points;
      expect(point!.columns.map(({ key, n }) => [key, n])).toEqual(wanted.keys.map((key, index) => [key, wanted.columns[index]!.n]));
      const [mean, top] = table.rows;
      near(table.total.effectiveN, wanted.total.effectiveN);
      near(mean!.total.value, wanted.total.mean);
      near(top!.total.value, wanted.total.share);
      for (const [index, column] of wanted.columns.entries()) {
        near(point!.columns[index]!.effectiveN, column.effectiveN);
        if (column.effectiveN < 10) {
          expect([mean!.points[0]!.cells[index]!.value, top!.points[0]!.cells[index]!.value]).toEqual([null, null]);
        } else {
          near(mean!.points[0]!.cells[index]!.value, column.mean);
          near(top!.points[0]!.cells[index]!.value, column.share);
        }
      }
      const tested = wanted.pairs.filter(({ first, second }) => [first, second].every((column) => wanted.columns[column]!.effectiveN >= 10));
      const pairs = (row: string) => evidence.filter((each) => each.row.key === row).map(({ pair }) => pair);
      expect(pairs("mean").map(({ first, second }) => [first, second])).toEqual(tested.map(({ first, second }) => [first, second]));
      for (const [index, pair] of tested.entries()) {
        near(pairs("mean")[index]!.statistic, pair.t);
        near(pairs("mean")[index]!.p, pair.tP);
        near(pairs("top")[index]!.statistic, pair.z);
        near(pairs("top")[index]!.p, pair.zP);
      }
      near(mean!.points[0]!.p, wanted.meanP);
      near(top!.points[0]!.p, wanted.shareP);
    })(),
  );

  it(
    "compares prototypes within people as R's svymean of each person's own difference",
    rolledBack(async (db) => {
      const study = await store(db);
      const { evidence, codeOf } = await made(study, byPrototype, true);
      const plain = await made(study, byPrototype, false);
      for (const wanted of reference.paired) {
        const [first, second] = [codeOf(wanted.first), codeOf(wanted.second)];
        const pairIn = (from: typeof evidence, row: string) =>
          from.find((each) => each.row.key === row && each.pair.first === Math.min(first, second) && each.pair.second === Math.max(first, second))!.pair;
        const sign = first < second ? 1 : -1;
        near(sign * pairIn(evidence, "mean").difference, wanted.mean.difference);
        near(pairIn(evidence, "mean").p, wanted.mean.p);
        near(sign * pairIn(evidence, "top").difference, wanted.share.difference);
        near(pairIn(evidence, "top").p, wanted.share.p);
        near(pairIn(plain.evidence, "mean").p, wanted.plainT);
        near(pairIn(plain.evidence, "top").p, wanted.midP);
      }
    }),
  );

  it(
    "unweighted is that of base R",
    rolledBack(async (db) => {
      const [wanted] = reference.crosstabs;
      const { table } = await made(await store(db), "Homesize", false);
      const [mean, top] = table.rows;
      wanted!.columns.forEach((column, index) => {
        near(mean!.points[0]!.cells[index]!.value, column.plainMean);
        near(top!.points[0]!.cells[index]!.value, column.plainShare);
      });
      near(mean!.points[0]!.p, wanted!.plain.welchP);
      near(top!.points[0]!.p, wanted!.plain.chiP);
    }),
  );

  it(
    "weighs everybody as the block of weighted numbers does",
    rolledBack(async (db) => {
      const { ctx, trial, draft } = await store(db);
      const [byFacts, people] = [await weighFacts(ctx, trial, draft.weighting!), await weighPeople(ctx, trial, [], draft.weighting!)];
      if (people.kind !== "weights") throw new Error("no weights");
      near(byFacts!.effectiveN, people.effectiveN);
      expect(byFacts!.people).toBe(people.people);
    }),
  );
});
