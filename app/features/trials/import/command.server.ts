// `import trial <file.csv> --map <map.json> [--dry-run] [--team <name>]` on the command line: the same use case as the page.
import { createReadStream } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { system, type Context } from "~/core/context";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import { database } from "~/platform/database.server";
import { env } from "~/platform/env.server";
import { importTrial, type ImportResult } from "./import-trial.server";
import { problemSentence } from "./problems";

const usage = "Usage: import trial <file.csv> --map <map.json> [--dry-run] [--team <name>]";

const readArguments = (args: string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { map: { type: "string" }, team: { type: "string" }, "dry-run": { type: "boolean", default: false } },
    });
    const [what, file, ...rest] = positionals;
    if (what !== "trial" || !file || !values.map || rest.length > 0) throw new Error(usage);
    return { file, map: values.map, team: values.team, dryRun: values["dry-run"] };
  } catch (error) {
    throw new Error(error instanceof Error && error.message !== usage ? `${error.message}\n${usage}` : usage, { cause: error });
  }
};

const linesOf = (file: string, { problems, found }: ImportResult): string[] => {
  const t = translatorFor("en");
  const lines = problems.shown.map((problem) => `${file}${problem.line === null ? "" : `:${problem.line}`}: ${problemSentence(t, problem)}`);
  if (problems.total > problems.shown.length) lines.push(t("reports.import_more_problems", { count: problems.total - problems.shown.length }));
  if (found) {
    lines.push(
      t("reports.import_found", {
        rows: found.rows,
        people: found.respondents,
        prototypes: found.prototypes.length,
        questions: found.questions.length,
        blanks: found.blanks,
      }),
    );
  }
  return lines;
};

export const importCommand = async (args: string[]): Promise<void> => {
  const { file, map, team, dryRun } = readArguments(args);
  const t = translatorFor("en");
  for (const path of [file, map]) await access(path).catch(() => Promise.reject(new Error(`There is no file at ${path}.`)));
  const ctx: Context = { db: database(), actor: system("import"), now: new Date(), locale: "en" };
  const result = await importTrial(ctx, { map: await readFile(map, "utf8"), csv: createReadStream(file), dryRun, team });
  for (const line of linesOf(file, result)) console.log(line);
  if (result.problems.total > 0) throw new Error(t("reports.import_refused", { count: result.problems.total }));
  if (result.trialId === null) console.log(t("reports.import_dry_run_good"));
  else console.log(t("reports.import_done", { address: env().PUBLIC_ORIGIN + paths.report(result.trialId) }));
};
