// The script and the answers as they leave, run by R itself where it is installed.
import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importTrial } from "~/features/trials/import/import-trial.server";
import type { Database } from "~db/client.server";
import { createCast } from "../../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../../tests/support/database";
import { everyQuestion, varied } from "../../../../../tests/support/every-question";
import { publicStudies, publicStudy } from "../../../../../tests/support/public-studies";
import { storeStudy, type StoredStudy } from "../../../../../tests/support/stored-study";
import { publishReport } from "../../publish-report.server";
import { exportReport } from "../export-report.server";

const hasR = spawnSync("Rscript", ["--version"]).status === 0;
const shared = process.env.KAWAN_SHARED_DATA ?? "../shared/data";

type Study = {
  name: string;
  store: (db: Database, teamId: number) => Promise<number>;
  /** What R speaks of: no number is missing from the script unnoticed. */
  speaksOf: string[];
  /** A column whose first answer is changed, and to what. */
  changed: { column: string; to: (before: string) => string };
};

const imported =
  (map: string, csv: string): Study["store"] =>
  async (db) =>
    (await importTrial(contextFor(db), { map: readFileSync(map, "utf8"), csv: createReadStream(csv), dryRun: false })).trialId!;
const stored =
  (study: Omit<StoredStudy, "teamId">): Study["store"] =>
  (db, teamId) =>
    storeStudy(db, { teamId, ...study });

const next = (most: number) => (before: string) => (before === "1" ? String(most) : "1");
const orange = `${shared}/orange_jar/data.csv`;
const ofPublic = {
  mascaras_paired: { speaksOf: ["pair chance to be preferred", "pair comparisons"], changed: { column: "pair", to: () => "none" } },
  rice_bws: { speaksOf: ["matters worst", "matters (best - worst) / shown"], changed: { column: "matters_1_best", to: next(2) } },
  bread_cata: {
    speaksOf: ["words Cochran's Q", "words lift", "words:map distance of words along axis 2", "words shares for 101", "liking differences, p"],
    changed: { column: "words_Fresh", to: (before: string) => (before === "1" ? "0" : "1") },
  },
  kano_ewallet: { speaksOf: ["F1 better and worse"], changed: { column: "F1_functional", to: next(5) } },
  salad_ranking: { speaksOf: ["order mean ranks", "order Borda's points"], changed: { column: "order_A", to: next(4) } },
} as const;

const studies: Study[] = [
  {
    name: "carrots",
    store: imported("db/seed/studies/carrots/map.json", "db/seed/studies/carrots/data.csv"),
    speaksOf: ["liking top boxes, lower end", "liking differences, p", "liking shapley", "liking weight"],
    changed: { column: "liking", to: next(2) },
  },
  ...(existsSync(orange)
    ? [
        {
          name: "orange juice",
          store: imported("db/seed/studies/orange-juice.map.json", orange),
          speaksOf: ["liking F and p", "sweetness drop, too much"],
          changed: { column: "liking", to: next(2) },
        },
      ]
    : []),
  {
    name: "a study with a question of every type",
    store: stored({ prototypes: ["Citra", "Segar", "Alami"], people: 60, questions: everyQuestion, answer: varied }),
    speaksOf: [
      "recommend score, lower end",
      "pair shares",
      "when shares for 101",
      "uses shares for 202, upper end",
      "words Cochran's Q",
      "rated lift",
      "order first places",
      "order differences, p",
      "best (best - worst) / shown",
      "agree_cleans mean",
      "rated_fresh mean",
      "opposite_modern upper end",
      "slide median",
      "points_scent mean",
      "refill better and worse",
      "price prices",
      "price shares at these prices",
      "liking beta",
    ],
    changed: { column: "price_cheap", to: () => "2001" },
  },
  ...publicStudies.map((name) => ({ name, store: stored(publicStudy(name)), ...ofPublic[name], speaksOf: [...ofPublic[name].speaksOf] })),
];

describe.skipIf(!hasR).each(studies)("the script for R of $name", ({ store, speaksOf, changed }) => {
  it(
    "computes the published numbers again, and stops when an answer differs",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const ctx = contextFor(db);
      const trialId = await store(db, cast.teamId);
      await publishReport(ctx, { trialId });
      const folder = mkdtempSync(join(tmpdir(), "kawan-r-"));
      const take = async (format: string) => {
        const { name, body } = (await exportReport(ctx, { trialId, number: 1, format, locale: "en" }))!;
        const text = await new Response(body as BodyInit).text();
        writeFileSync(join(folder, name), text);
        return { name, text };
      };
      const [answers, script] = [await take("wide.csv"), await take("R")];
      const run = () => spawnSync("Rscript", [script.name], { cwd: folder, encoding: "utf8" });
      const right = run();
      expect(right.stderr).toBe("");
      expect(right.stdout).toContain("The published numbers are reproduced.");
      expect(speaksOf.filter((what) => !right.stdout.includes(`\n${what}\n`))).toEqual([]);
      const [header, ...lines] = answers.text.split("\r\n");
      const column = header!.split(",").indexOf(changed.column);
      // The last questionnaire of a person is the one that counts for what is asked once.
      const row = lines.findLastIndex((line) => line.split(",")[column]);
      const cells = lines[row]!.split(",");
      cells[column] = changed.to(cells[column]!);
      writeFileSync(join(folder, answers.name), [header, ...lines.with(row, cells.join(","))].join("\r\n"));
      const wrong = run();
      expect(wrong.status).not.toBe(0);
      expect(wrong.stderr).toContain("differs from the published number");
      rmSync(folder, { recursive: true });
    }),
    120_000,
  );
});
