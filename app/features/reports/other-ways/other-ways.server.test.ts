// What stands under "other ways to look at it" is what other people's code computed on the same answers, and nothing where there are too few of them.
import { parse } from "csv-parse/sync";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importTrial } from "~/features/trials/import/import-trial.server";
import type { Database } from "~db/client.server";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { publicStudies, publicStudy } from "../../../../tests/support/public-studies";
import { storeStudy, type StoredStudy } from "../../../../tests/support/stored-study";
import { getLiveReport } from "../queries.server";
import type { QuestionBlockName, QuestionFinding, QuestionsBlock, ResultTable } from "../question-result";
import type { RatingsBlock } from "../rating-result";
import { isTooLong, leftOutNote } from "./how-many.server";

type Study = Omit<StoredStudy, "teamId">;
const both = (text: string) => ({ en: text, id: text });
const folder = process.env.KAWAN_SHARED_DATA ?? "../shared/data";
const oracleOf = <Oracle>(name: string) => JSON.parse(readFileSync(`${folder}/${name}/oracle.json`, "utf8")) as Oracle;
const rowsOf = (file: string) => parse<Record<string, string>>(readFileSync(`${folder}/${file}`), { columns: true, bom: true });
const has = (name: string) => existsSync(`${folder}/${name}`);

const findingsOf = async (db: Database, study: Study, block: QuestionBlockName): Promise<QuestionFinding[]> => {
  const cast = await createCast(db);
  const { content } = await getLiveReport(contextFor(db, cast.rian), await storeStudy(db, { ...study, teamId: cast.teamId }));
  expect(JSON.stringify(content)).not.toMatch(/NaN|Infinity/);
  return (content.blocks.find((each) => each.block === block) as QuestionsBlock | undefined)?.questions ?? [];
};

/** The table whose heading has this word. */
const tableWith = (finding: QuestionFinding | undefined, word: string): ResultTable | undefined =>
  finding?.others?.find(({ caption, head }) => caption.en.includes(word) || head.some(({ en }) => en.includes(word)));
const column = (table: ResultTable, word: string): number => table.head.findIndex(({ en }) => en.includes(word)) - 1;
const cellOf = (table: ResultTable | undefined, row: string, word: string) => table?.rows.find(({ key }) => key === row)?.cells[column(table, word)];

const ranking = (people: number, order: (person: number) => string[]): Study => ({
  prototypes: ["A"],
  people,
  questions: [{ key: "order", type: "ranking", config: { items: ["x", "y", "z"].map((value) => ({ value, label: both(value) })), top: null } }],
  answer: order,
});

describe.skipIf(!publicStudies.includes("salad_ranking"))("rankings of four salad dressings", () => {
  it(
    "are put in Kemeny’s order, with rank sums and the differences that count, as in R",
    rolledBack(async (db) => {
      const oracle = oracleOf<{
        kemeny: { distance: number; orders: string[][] };
        rank_sums: Record<string, number>;
        lsd_ranksum_05: number;
        tukey_ranksum_05: number;
      }>("salad_ranking");
      const [finding] = await findingsOf(db, publicStudy("salad_ranking"), "ranking");
      const kemeny = tableWith(finding, "Kemeny")!;
      expect(kemeny.rows.map(({ key }) => key)).toEqual(oracle.kemeny.orders[0]);
      expect(kemeny.rows.map(({ cells }) => cells[0]!.value)).toEqual([1, 2, 3, 4]);
      expect(kemeny.caption.en).toContain(`(${oracle.kemeny.distance} of their 192 comparisons)`);
      const sums = tableWith(finding, "Rank sum")!;
      for (const [item, sum] of Object.entries(oracle.rank_sums)) expect(cellOf(sums, item, "Rank sum")!.value).toBe(sum);
      const differences = tableWith(finding, "How far rank sums")!;
      expect(cellOf(differences, "difference_one_pair", "Difference")!.value).toBeCloseTo(oracle.lsd_ranksum_05, 9);
      expect(cellOf(differences, "difference_all_pairs", "Difference")!.value).toBeCloseTo(oracle.tukey_ranksum_05, 6);
      // A and D lie 20 apart: less than the difference that counts for one pair.
      const letters = (item: string, word: string) => cellOf(sums, item, word)!.text!.en;
      expect(["B", "C", "D", "A"].map((item) => letters(item, "LSD"))).toEqual(["a", "b", "bc", "c"]);
      expect(["B", "C", "D", "A"].map((item) => letters(item, "HSD"))).toEqual(["a", "b", "bc", "c"]);
    }),
  );
});

describe("rankings", () => {
  it(
    "of which two orders are equally good say so, and give each thing its places in both",
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, ranking(40, (person) => (person % 2 ? ["x", "y", "z"] : ["y", "x", "z"])), "ranking"); // prettier-ignore
      const kemeny = tableWith(finding, "Kemeny")!;
      expect(kemeny.caption.en).toContain("2 orders contradict people equally little (20 of their 120 comparisons)");
      expect(kemeny.rows.map(({ key, cells }) => [key, ...cells.map(({ value }) => value)])).toEqual([["x", 1, 2], ["y", 1, 2], ["z", 3, 3]]); // prettier-ignore
    }),
  );

  it(
    "that contradict each other throughout are in no order",
    rolledBack(async (db) => {
      const items = ["a", "b", "c", "d", "e"];
      const study = ranking(40, (person) => (person % 2 ? items : items.toReversed()));
      const config = { items: items.map((value) => ({ value, label: both(value) })), top: null };
      const [finding] = await findingsOf(db, { ...study, questions: [{ key: "order", type: "ranking", config }] }, "ranking");
      expect(finding!.others!.length).toBeGreaterThan(0);
      expect(tableWith(finding, "Kemeny")).toBeUndefined();
    }),
  );

  it(
    "that show no difference over all have no rank sums for single pairs",
    rolledBack(async (db) => {
      const orders = [["x", "y", "z"], ["y", "z", "x"], ["z", "x", "y"]]; // prettier-ignore
      const [finding] = await findingsOf(db, ranking(30, (person) => orders[person % 3]!), "ranking"); // prettier-ignore
      expect(finding!.others!.length).toBeGreaterThan(0);
      expect(tableWith(finding, "Rank sum")).toBeUndefined();
    }),
  );

  it.each([
    [9, false],
    [10, true],
  ])("of %i people are read in other ways: %s", (people, isShown) =>
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, ranking(people, (person) => (person % 3 ? ["x", "y", "z"] : ["x", "z", "y"])), "ranking"); // prettier-ignore
      expect(finding!.others !== undefined).toBe(isShown);
    })(),
  );

  it(
    "of people who all say the same are in that order, and no pair is tested by what is left of chance",
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, ranking(40, () => ["z", "x", "y"]), "ranking"); // prettier-ignore
      expect(tableWith(finding, "Kemeny")!.rows.map(({ key }) => key)).toEqual(["z", "x", "y"]);
      expect(tableWith(finding, "Conover")).toBeUndefined();
    }),
  );
});

const pairQuestion = {
  key: "pair",
  type: "paired_preference",
  text: "Which do you prefer?",
  config: { between: "samples", sides: [], allowsNone: true, asksStrength: false },
};
const code = (place: number) => String(101 * (place + 1));

/** Every comparison by a person of its own. */
const pairs = (prototypes: string[], counted: { i: number; j: number; first: number; second: number; none: number }[]): Study => {
  const answers = counted.flatMap(({ i, j, first, second, none }) => [
    ...Array.from({ length: first }, () => ({ i, j, choice: code(i) })),
    ...Array.from({ length: second }, () => ({ i, j, choice: code(j) })),
    ...Array.from({ length: none }, () => ({ i, j, choice: "none" })),
  ]);
  return {
    prototypes,
    people: answers.length,
    tried: (person) => [answers[person]!.i, answers[person]!.j],
    questions: [pairQuestion],
    answer: (person, prototype) => {
      const { i, j, choice } = answers[person]!;
      return prototype === j ? { choice, left: code(i), right: code(j) } : undefined;
    },
  };
};

type Pudding = {
  pairs: { i: number; j: number; a: number; b: number; none: number; net_pref: number; net_pref_se: number; three_outcome_sign_z: number; drop: { clopper_pearson: [number, number] } }[]; // prettier-ignore
  davidson: { log_worth_ref6: number[]; nu: number };
};

describe.skipIf(!has("pudding_paired_ties"))("preferences between puddings", () => {
  it(
    "of one pair show the net preference with its error, and the exact interval",
    rolledBack(async (db) => {
      const [pair] = oracleOf<Pudding>("pudding_paired_ties").pairs;
      const { a, b, none, net_pref: net, net_pref_se: error, drop } = pair!;
      const [finding] = await findingsOf(db, pairs(["One", "Two"], [{ i: 0, j: 1, first: a, second: b, none }]), "preference");
      const table = tableWith(finding, "without a preference");
      const shown = cellOf(table, "net", "Value")!;
      expect(shown.value).toBeCloseTo(net, 9);
      expect(shown.bounds!.lower).toBeCloseTo(net - 1.959963984540054 * error, 9);
      expect(shown.bounds!.upper).toBeCloseTo(net + 1.959963984540054 * error, 9);
      const exact = cellOf(table, "dropped", "Value")!.bounds!;
      expect(exact.lower).toBeCloseTo(drop.clopper_pearson[0], 9);
      expect(exact.upper).toBeCloseTo(drop.clopper_pearson[1], 9);
    }),
  );

  it(
    "of six of them count “no preference” as Davidson did",
    rolledBack(async (db) => {
      const { pairs: all, davidson } = oracleOf<Pudding>("pudding_paired_ties");
      const puddings = ["P1", "P2", "P3", "P4", "P5", "P6"];
      const counted = all.map(({ i, j, a, b, none }) => ({ i: i - 1, j: j - 1, first: a, second: b, none }));
      const [finding] = await findingsOf(db, pairs(puddings, counted), "preference");
      const table = tableWith(finding, "Davidson")!;
      const worths = [...davidson.log_worth_ref6, 0].slice(0, 6);
      const mean = worths.reduce((sum, worth) => sum + worth, 0) / 6;
      for (const [place, worth] of worths.entries()) expect(cellOf(table, code(place), "Davidson")!.value).toBeCloseTo(worth - mean, 6);
      expect(table.caption.en).toContain(`${davidson.nu.toFixed(2)} times as likely`);
    }),
  );
});

describe.skipIf(!publicStudies.includes("mascaras_paired"))("preferences between ten mascaras", () => {
  /** From the shares in R 4.2.2: column means of `qnorm`, shares of 0 and 1 moved by 1/(2n) with n the fewest comparisons of a pair, the mean 0. */
  const squares: Record<string, number> = {
    "1001": -0.1957589428,
    Everlong: -0.3310418934,
    "Ex.vol": -0.5235973911,
    Extreme: -0.1524866552,
    HD: 0.2342939699,
    Iconic: 0.3342696912,
    "Le 2": 0.7010904566,
    "Oscil.": -0.4205994846,
    Pulse: -0.2276245178,
    Sexy: 0.5814547672,
  };

  it(
    "get Thurstone’s strengths as in R, and none of Davidson’s where nobody was undecided",
    rolledBack(async (db) => {
      const { items, thurstone_caseV: thurstone } = oracleOf<{ items: string[]; thurstone_caseV: { centred: number[] } }>("mascaras_paired");
      const [finding] = await findingsOf(db, publicStudy("mascaras_paired"), "preference");
      const table = tableWith(finding, "Thurstone")!;
      expect(column(table, "Davidson")).toBe(-2);
      const valueOf = (item: string, at: number) => table.rows.find(({ label }) => label.en === item)!.cells[at]!.value;
      for (const [place, item] of items.entries()) {
        expect(valueOf(item, 1), item).toBeCloseTo(thurstone.centred[place]!, 6);
        expect(valueOf(item, 2), item).toBeCloseTo(squares[item]!, 8);
      }
    }),
  );
});

const likingQuestion = {
  key: "liking",
  type: "rating",
  config: { preset: "hedonic9", min: 1, max: 9, topBoxes: [8, 9], bottomBoxes: [1, 2], highIsGood: true, measures: "overall_liking" },
};
const wordsQuestion = (key: string, words: readonly string[], isIdeal: boolean) => ({
  key,
  type: "cata",
  text: key,
  config: { terms: words.map((value) => ({ value, label: both(value) })), allowsNone: true, ...(isIdeal ? { describesIdeal: true } : {}) },
});

type Ideal = { attr: string; ideal_yes_pct: number; miss_pct: number; congr: { n: number }; missing: { n: number }; must_have_drop: number };

describe.skipIf(!publicStudies.includes("bread_cata"))("words of six breads and of the ideal one", () => {
  /** R 4.2.2: lm(liking ~ checked), errors by sandwich 3.0-2 vcovCL(cluster = person, type = "HC0"), t of the people less one. */
  const fresh = { lower: 1.0706586185, upper: 1.5690055811 };
  const brownNotWanted = { difference: -0.5839922854, lower: -0.950458547, upper: -0.2175260239 };

  it(
    "say what must be there, as in R, each person counted once",
    rolledBack(async (db) => {
      const study = publicStudy("bread_cata");
      const ideals = rowsOf("bread_cata/ideal.csv");
      const words = Object.keys(ideals[0]!).filter((name) => !["consumer", "liking"].includes(name));
      const asked = { ...study, questions: [...study.questions, wordsQuestion("ideal", words, true)] };
      const findings = await findingsOf(
        db,
        { ...asked, answer: (person, prototype, key) => (key === "ideal" ? words.filter((word) => ideals[person]![word] === "1") : study.answer(person, prototype, key)) }, // prettier-ignore
        "check_all",
      );
      const table = tableWith(findings.find(({ key }) => key === "words"), "ideal product")!; // prettier-ignore
      const { ideal } = oracleOf<{ ideal: Ideal[] }>("bread_cata");
      expect(table.rows).toHaveLength(ideal.length);
      for (const { attr, ideal_yes_pct: has_, miss_pct: missing, must_have_drop: drop, congr, missing: without } of ideal) {
        expect(cellOf(table, attr, "Ideal has it")!.value).toBeCloseTo(has_, 9);
        expect(cellOf(table, attr, "Wanted, missing")!.value).toBeCloseTo(missing, 9);
        const shown = cellOf(table, attr, ", if wanted")!.value;
        if (missing >= 0.2 && congr.n >= 10 && without.n >= 10) expect(shown, attr).toBeCloseTo(drop, 9);
        else expect(shown, attr).toBeNull();
      }
      const wanted = cellOf(table, "Fresh", ", if wanted")!;
      expect(wanted).toMatchObject({ text: { en: "must have" } });
      expect(wanted.bounds!.lower).toBeCloseTo(fresh.lower, 8);
      expect(wanted.bounds!.upper).toBeCloseTo(fresh.upper, 8);
      const notWanted = cellOf(table, "Brown", "if not wanted")!;
      expect(notWanted).toMatchObject({ text: { en: "must not have" } });
      expect(notWanted.value).toBeCloseTo(brownNotWanted.difference, 8);
      expect(notWanted.bounds!.lower).toBeCloseTo(brownNotWanted.lower, 8);
      expect(notWanted.bounds!.upper).toBeCloseTo(brownNotWanted.upper, 8);
      expect(cellOf(table, "Chewy", "if not wanted")!.text).toBeUndefined();
      // The ideal product is one for each person, and not compared between breads.
      const own = findings.find(({ key }) => key === "ideal")!;
      expect([own.n, own.strength]).toEqual([161, null]);
      expect(own.tables[0]!.rows.find(({ key }) => key === "Fresh")!.cells[0]!.value).toBe(142);
      expect(own.title.en).toMatch(/^Ideal is most often “/);
    }),
  );
});

describe("words of an ideal product", () => {
  const study = (people: number, words: string[], idealWords: string[]): Study => ({
    prototypes: ["A", "B"],
    people,
    questions: [likingQuestion, wordsQuestion("words", words, false), wordsQuestion("ideal", idealWords, true)],
    answer: (person, prototype, key) => {
      if (key === "ideal") return ["fresh"];
      const isFresh = (person + prototype) % 2 === 0;
      return key === "words" ? (isFresh ? ["fresh"] : ["none"]) : 5 + (isFresh ? 2 : 0) + (person % 3);
    },
  });

  it.each([
    [9, false],
    [10, true],
  ])("of %i people are looked at: %s", (people, isShown) =>
    rolledBack(async (db) => {
      const [words] = await findingsOf(db, study(people, ["fresh"], ["fresh"]), "check_all");
      expect(tableWith(words, "ideal product") !== undefined).toBe(isShown);
    })(),
  );

  it(
    "that no other question has say nothing about prototypes",
    rolledBack(async (db) => {
      const findings = await findingsOf(db, study(40, ["fresh"], ["mild"]), "check_all");
      expect(tableWith(findings[0], "ideal product")).toBeUndefined();
    }),
  );

  it(
    "of nobody are said to be of nobody",
    rolledBack(async (db) => {
      const findings = await findingsOf(db, study(0, ["fresh"], ["fresh"]), "check_all");
      expect(findings.find(({ key }) => key === "ideal")!.title.en).toBe("“ideal”: nobody has answered");
    }),
  );
});

/** The ten people of psm_tiny. */
const tiny = [[2, 5, 9, 12], [3, 6, 10, 14], [4, 7, 12, 16], [5, 9, 14, 20], [3, 6, 11, 15], [2, 5, 8, 11], [4, 8, 13, 18], [6, 10, 15, 20], [5, 9, 14, 19], [3, 7, 12, 17]]; // prettier-ignore

describe("prices", () => {
  const prices = (people: number): Study => ({
    prototypes: ["A"],
    people,
    questions: [{ key: "price", type: "price_sensitivity", config: { currency: "IDR", most: 1000 } }],
    answer: (person) => {
      const [tooCheap, cheap, expensive, tooExpensive] = tiny[person]!;
      return { too_cheap: tooCheap, cheap, expensive, too_expensive: tooExpensive };
    },
  });

  it(
    "are turned into a curve of buyers and of revenue under assumptions that are named, as by interpolation in R",
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, prices(10), "prices");
      const table = tableWith(finding, "Would buy")!;
      expect(table.caption.en).toContain("assuming that 70\u00a0% buy at what they call cheap and 30\u00a0% at what they call expensive");
      expect(table.caption.id).toContain("dengan anggapan 70\u00a0% membeli");
      // R 4.2.2: mean over people of approx(prices, c(0, .7, .3, 0), xout = price).
      const inR: Record<string, number> = { 2: 0, 4: 0.1575, 8: 0.508, 9: 0.4985, 20: 0 };
      for (const [price, chance] of Object.entries(inR)) {
        const shown = cellOf(table, price, "Would buy");
        if (shown) expect(shown.value, price).toBeCloseTo(chance, 9);
      }
      expect(table.rows.find(({ key }) => key === "8")!.label.en).toBe("8\u00a0IDR: most would buy");
      expect(cellOf(table, "8", "Would buy")!.value).toBeCloseTo(0.508, 9);
      const best = cellOf(table, "9", "From 100")!;
      expect(table.rows.find(({ key }) => key === "9")!.label.id).toBe("9\u00a0IDR: pemasukan tertinggi");
      expect(best.currency).toBe("IDR");
      expect(best.value).toBeCloseTo(448.65, 9);
    }),
  );

  it(
    "of nine people are no curve",
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, prices(9), "prices");
      expect(finding!.others).toBeUndefined();
    }),
  );
});

const matrix = (labels: readonly string[], points: number, reversed: readonly string[] = []) => ({
  key: "agree",
  type: "matrix",
  config: { rows: labels.map((value) => ({ value, label: both(value), ...(reversed.includes(value) ? { reverse: true } : {}) })), points, labels: {} },
});

type Bfi = { scales: { agree: { n: number; alpha: number; feldt_lo: number; feldt_hi: number; alpha_if_deleted: Record<string, number>; corrected_item_total: Record<string, number> } } }; // prettier-ignore

describe.skipIf(!has("bfi"))("five statements on agreeableness", () => {
  const items = ["A1", "A2", "A3", "A4", "A5"];
  const study = (reversed: readonly string[]): Study => {
    const rows = rowsOf("bfi/data.csv");
    return {
      prototypes: ["Questionnaire"],
      people: rows.length,
      questions: [matrix(items, 6, reversed)],
      answer: (person) => Object.fromEntries(items.flatMap((item) => (/^\d$/.test(rows[person]![item]!) ? [[item, Number(rows[person]![item])]] : []))),
    };
  };

  it(
    "measure one thing as far as psych::alpha in R says, with the one that is meant the other way turned round",
    rolledBack(async (db) => {
      const { agree } = oracleOf<Bfi>("bfi").scales;
      const [finding] = await findingsOf(db, study(["A1"]), "profiles");
      const alpha = cellOf(tableWith(finding, "Cronbach"), "101", "Alpha")!;
      expect(cellOf(tableWith(finding, "Cronbach"), "101", "n")!.value).toBe(agree.n);
      expect(alpha.value).toBeCloseTo(agree.alpha, 9);
      expect(alpha.bounds!.lower).toBeCloseTo(agree.feldt_lo, 9);
      expect(alpha.bounds!.upper).toBeCloseTo(agree.feldt_hi, 9);
      for (const item of items) {
        expect(cellOf(tableWith(finding, "sum of the others"), item, "Questionnaire")!.value).toBeCloseTo(agree.corrected_item_total[item]!, 9);
        expect(cellOf(tableWith(finding, "Alpha of the other"), item, "Questionnaire")!.value).toBeCloseTo(agree.alpha_if_deleted[item]!, 9);
      }
      expect(finding!.notes.map(({ en }) => en).join(" ")).not.toContain("Careful");
    }),
  );

  it(
    "warn of the one that runs against the others where it is not marked as such",
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, study([]), "profiles");
      expect(finding!.notes.map(({ en }) => en).join(" ")).toContain("Careful: “A1” runs against the other statements");
    }),
  );
});

describe("statements on one scale", () => {
  const study = (people: number, labels: string[], answer: (person: number) => Record<string, number>): Study => ({
    prototypes: ["A", "B"],
    people,
    questions: [matrix(labels, 5)],
    answer,
  });
  const varied = (person: number) => ({ x: 1 + (person % 5), y: 1 + ((person + (person % 2)) % 5) });

  it.each([
    [9, false],
    [10, true],
  ])("answered by %i people are looked at together: %s", (people, isShown) =>
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, study(people, ["x", "y"], varied), "profiles");
      expect(tableWith(finding, "Cronbach") !== undefined).toBe(isShown);
      // With two statements there is no scale of the others.
      expect(tableWith(finding, "Alpha of the other")).toBeUndefined();
    })(),
  );

  it(
    "are looked at for each prototype by itself, because one person answered for both",
    rolledBack(async (db) => {
      const [finding] = await findingsOf(db, study(40, ["x", "y"], varied), "profiles");
      expect(tableWith(finding, "Cronbach")!.rows.map(({ key, cells }) => [key, cells[0]!.value])).toEqual([["101", 40], ["202", 40]]); // prettier-ignore
    }),
  );

  it(
    "of which there is only one measure nothing together",
    rolledBack(async (db) => {
      const [one] = await findingsOf(db, study(40, ["x"], varied), "profiles");
      expect(one!.others).toBeUndefined();
    }),
  );

  it(
    "that everybody answers alike measure nothing together",
    rolledBack(async (db) => {
      const [alike] = await findingsOf(db, study(40, ["x", "y"], () => ({ x: 4, y: 4 })), "profiles"); // prettier-ignore
      expect(alike!.others).toBeUndefined();
    }),
  );
});

describe("ratings of twelve carrots", () => {
  it(
    "have every pair of the best by Fisher’s least significant difference, as lm in R has it, because the test of all found one",
    rolledBack(async (db) => {
      const map = readFileSync("db/seed/studies/carrots/map.json", "utf8");
      const ctx = contextFor(db);
      const { trialId } = await importTrial(ctx, { map, csv: createReadStream("db/seed/studies/carrots/data.csv"), dryRun: false });
      const { content } = await getLiveReport(ctx, trialId!);
      const [liking] = (content.blocks.find(({ block }) => block === "liking") as RatingsBlock).ratings;
      const row = liking!.others!.find(({ caption }) => caption.en.includes("Fisher’s least"))!.rows.find(({ label }) => label.en === "Bolero early – Bolero late")!; // prettier-ignore
      const [difference, p] = row.cells;
      // R 4.2.2: lm(Preference ~ Consumer + Product), confint.
      expect(difference!.value).toBeCloseTo(-0.669902912621, 8);
      expect(difference!.bounds!.lower).toBeCloseTo(-0.954448495927, 8);
      expect(difference!.bounds!.upper).toBeCloseTo(-0.385357329315, 8);
      expect(p!.value).toBeCloseTo(4.29650224473e-6, 11);
    }),
  );
});

describe("ratings of which the test of all finds no difference", () => {
  it(
    "have no least significant difference",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const study: Study = {
        prototypes: ["A", "B", "C"],
        people: 30,
        questions: [likingQuestion],
        answer: (person, prototype) => 4 + ((person * 5 + prototype) % 3),
      };
      const { content } = await getLiveReport(contextFor(db, cast.rian), await storeStudy(db, { ...study, teamId: cast.teamId }));
      const [liking] = (content.blocks.find(({ block }) => block === "liking") as RatingsBlock).ratings;
      expect(liking!.others!.some(({ caption }) => caption.en.includes("signed ranks"))).toBe(true);
      expect(liking!.others!.some(({ caption }) => caption.en.includes("Fisher’s least"))).toBe(false);
    }),
  );
});

describe("a large trial", () => {
  it("is left without other ways, and the note says so", () => {
    const rows = (count: number) => ({ rows: { count } }) as Parameters<typeof isTooLong>[0];
    expect([isTooLong(rows(20_000)), isTooLong(rows(20_001))]).toEqual([false, true]);
    expect(leftOutNote(rows(20_000))).toEqual([]);
    expect(leftOutNote(rows(20_001))[0]!.en).toContain("With more than 20,000 questionnaires");
    expect(leftOutNote(rows(20_001))[0]!.id).toContain("lebih dari 20.000 kuesioner");
  });
});
