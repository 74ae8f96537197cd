// An outside study becomes a trial that can be analysed as if it had run here: all of it, or nothing when anything is wrong.
import { eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { authorize, can } from "~/policy/can";
import { teams } from "~db/schema/index";
import { studyMap, type StudyMap } from "./map";
import { problemList, type ImportProblem, type ImportProblems } from "./problems";
import { readStudy } from "./read-study.server";
import { storeStudy } from "./store-study.server";

export type ImportInput = {
  /** The map as JSON text, or already parsed. */
  map: unknown;
  /** The bytes of the file. */
  csv: AsyncIterable<Uint8Array>;
  dryRun: boolean;
  /** Instead of the team that the map names. */
  team?: string;
};

export type ImportResult = {
  /** Null after a dry run and when there are problems. */
  trialId: number | null;
  problems: ImportProblems;
  found: { rows: number; respondents: number; prototypes: string[]; blanks: number; questions: { key: string; type: string }[] } | null;
};

const withOnly = (...shown: ImportProblem[]): ImportResult => ({ trialId: null, problems: { total: shown.length, shown }, found: null });

/** The map, or what is wrong with it: each part by its place in the JSON. */
export const parseMap = (map: unknown): { map: StudyMap } | { problems: ImportProblems } => {
  let json = map;
  if (typeof map === "string") {
    try {
      json = JSON.parse(map.replace(/^\uFEFF/, ""));
    } catch (error) {
      return {
        problems: { total: 1, shown: [{ line: null, column: null, key: "map_not_json", values: { why: error instanceof Error ? error.message : "" } }] },
      };
    }
  }
  const parsed = studyMap.safeParse(json);
  if (parsed.success) return { map: parsed.data };
  const problems = problemList();
  for (const issue of parsed.error.issues) {
    const place = issue.path.map(String).join(".") || "map";
    problems.add({ line: null, key: "map_invalid", values: { place, why: issue.message } });
  }
  return { problems: { total: problems.total, shown: problems.shown } };
};

/** The team by name. Who may make teams has a missing one made; to everybody else it is a problem of the map. */
const findTeam = async (ctx: Context, name: string): Promise<{ id: number | null } | null> => {
  const [team] = await ctx.db.select({ id: teams.id }).from(teams).where(eq(teams.name, name)).orderBy(teams.id).limit(1);
  if (team) return can(ctx.actor, "run-trial", { teamId: team.id }) ? { id: team.id } : null;
  return can(ctx.actor, "manage-people", null) ? { id: null } : null;
};

export const importTrial = async (ctx: Context, input: ImportInput): Promise<ImportResult> => {
  authorize(ctx.actor, "enter-workshop", null);
  const parsed = parseMap(input.map);
  if ("problems" in parsed) return { trialId: null, problems: parsed.problems, found: null };
  const { map } = parsed;
  const teamName = input.team ?? map.team;
  const team = await findTeam(ctx, teamName);
  if (!team) return withOnly({ line: null, column: null, key: "unknown_team", values: { name: teamName } });

  const study = await readStudy(input.csv, map);
  const found = {
    rows: study.rows,
    respondents: study.respondents.size,
    prototypes: study.prototypes.slice(0, 60),
    blanks: study.blanks,
    questions: map.questions.map(({ key, type }) => ({ key, type })),
  };
  if (input.dryRun || study.problems.total > 0) return { trialId: null, problems: study.problems, found };

  const trialId = await inTransaction(ctx, async (inner) => {
    const teamId = team.id ?? (await inner.db.insert(teams).values({ name: teamName, createdAt: ctx.now }).returning({ id: teams.id }))[0]!.id;
    authorize(inner.actor, "run-trial", { teamId });
    const id = await storeStudy(inner, map, study, teamId);
    await record(inner, { kind: "trial.imported", subject: { kind: "trial", id }, data: { rows: study.rows, respondents: study.respondents.size } });
    return id;
  });
  return { trialId, problems: study.problems, found };
};
