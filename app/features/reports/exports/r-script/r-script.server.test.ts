// The script and the answers as they leave, run by R itself where it is installed.
import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { publishReport } from "../publish-report.server";
import { exportReport } from "./export-report.server";

const hasR = spawnSync("Rscript", ["--version"]).status === 0;
const shared = process.env.KAWAN_SHARED_DATA ?? "../shared/data";
const studies = [
  { name: "carrots", map: "db/seed/studies/carrots/map.json", csv: "db/seed/studies/carrots/data.csv" },
  { name: "orange juice", map: "db/seed/studies/orange-juice.map.json", csv: `${shared}/orange_jar/data.csv` },
].filter(({ csv }) => existsSync(csv));

describe.runIf(hasR).each(studies)("the script for R of $name", ({ map, csv }) => {
  it(
    "computes the published numbers again, and says so when an answer differs",
    rolledBack(async (db) => {
      await createCast(db);
      const ctx = contextFor(db);
      const { trialId } = await importTrial(ctx, { map: readFileSync(map, "utf8"), csv: createReadStream(csv), dryRun: false });
      await publishReport(ctx, { trialId: trialId! });
      const folder = mkdtempSync(join(tmpdir(), "kawan-r-"));
      const take = async (format: string) => {
        const { name, body } = (await exportReport(ctx, { trialId: trialId!, number: 1, format, locale: "en" }))!;
        const text = await new Response(body as BodyInit).text();
        writeFileSync(join(folder, name), text);
        return { name, text };
      };
      const [answers, script] = [await take("wide.csv"), await take("R")];
      const run = () => spawnSync("Rscript", [script.name], { cwd: folder, encoding: "utf8" });
      const right = run();
      expect(right.stderr).toBe("");
      expect(right.stdout).toContain("The published numbers are reproduced.");
      const [header, first, ...rest] = answers.text.split("\r\n");
      const column = header!.split(",").indexOf("liking");
      const cells = first!.split(",");
      cells[column] = cells[column] === "1" ? "2" : "1";
      writeFileSync(join(folder, answers.name), [header, cells.join(","), ...rest].join("\r\n"));
      expect(run().status).not.toBe(0);
      rmSync(folder, { recursive: true });
    }),
    60_000,
  );
});

describe.skipIf(hasR)("the script for R", () => {
  it("was not run: Rscript is not installed here", () => undefined);
});
