// A fingerprint of everything that a draft is computed from, worked out in the database: no row of it travels.
import { createHash } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import type { Context } from "~/core/context";
import { isUnblinded } from "~/features/trials/trial";
import { version as softwareVersion } from "../../../../package.json";
import { canonicalJson } from "../canonical-json";
import { findPrototypes, type TrialFacts } from "../data.server";
import { mayBeQuoted } from "../quotable.server";
import type { ReportDraft } from "../report";

export type Stamped = { trial: TrialFacts; report: { id: number | null; draft: ReportDraft }; segmentId: number | null };

/** The same for the same rows in any order: how many there are, and the sum of a hash of 64 bits of each. */
const printOf = (columns: SQL, from: SQL): SQL => sql`(select count(*) || ':' || coalesce(sum(hash_record_extended(row(${columns}), 0)), 0) from ${from})`;

const ofTrial = (id: number) => sql`participants p where p.trial_id = ${id}`;

/** An answer raises the revision of its response, so that a hundred thousand responses speak for their three million answers. */
const printsOfEverybody = ({ id, questionnaireVersionId }: TrialFacts, reportId: number | null): Record<string, SQL> => {
  const joined = (table: SQL) => sql`${table} join participants p on p.id = x.participant_id where p.trial_id = ${id}`;
  const ofVersion = sql`responses r where r.version_id = ${questionnaireVersionId ?? 0}`;
  const codings = sql`codings c join responses r on r.id = c.response_id where r.version_id = ${questionnaireVersionId ?? 0}`;
  const ideas = sql`ideas i join participants p on p.id = i.from_participant_id where p.trial_id = ${id}`;
  return {
    // While it is being filled in, all that counts about a response is whether it was begun.
    responses: printOf(
      sql`r.id, r.participant_id, r.prototype_id, r.position, r.state, case r.state when 'submitted' then r.revision else least(r.revision, 1) end`,
      ofVersion,
    ),
    participants: printOf(sql`p.id, p.state, p.exclusion_reason, p.answers_kept, p.profile, p.person_id`, ofTrial(id)),
    applications: sql`(select string_agg(a.state || ' ' || a.n, ',' order by a.state) from (select state, count(*) as n from applications where trial_id = ${id} group by 1) a)`,
    parcels: printOf(sql`x.participant_id, x.state, x.received_at is not null`, joined(sql`parcels x`)),
    diary: printOf(sql`x.participant_id, x.day, x.used, x.mood, x.is_late`, joined(sql`diary_entries x`)),
    diaryDays: sql`(select diary_days::text from trials where id = ${id})`,
    quotations: printOf(
      sql`q.id, q.response_id, q.question_key, q.excerpt, ${mayBeQuoted}`,
      sql`quotations q join responses r on r.id = q.response_id join participants p on p.id = r.participant_id where q.report_id = ${reportId ?? 0}`,
    ),
    themes: printOf(sql`t.id, t.question_key, t.name, t.position, t.merged_into, t.removed_at`, sql`themes t where t.trial_id = ${id}`),
    codings: printOf(sql`c.id, c.response_id, c.question_key, c.is_settled, c.tone`, codings),
    codingThemes: printOf(
      sql`ct.coding_id, ct.theme_id`,
      sql`coding_themes ct join codings c on c.id = ct.coding_id join responses r on r.id = c.response_id where r.version_id = ${questionnaireVersionId ?? 0}`,
    ),
    ideas: printOf(sql`i.id, i.title, i.status, i.state, i.vote_count, i.comment_count, p.state`, ideas),
    ideaVotes: printOf(
      sql`v.idea_id, v.person_id`,
      sql`idea_votes v join ideas i on i.id = v.idea_id join participants p on p.id = i.from_participant_id where p.trial_id = ${id}`,
    ),
    waves: printOf(
      sql`x.participant_id, w.number`,
      sql`(select p.id as participant_id, p.application_id from ${ofTrial(id)}) x join applications a on a.id = x.application_id join waves w on w.id = a.wave_id`,
    ),
  };
};

/** For a segment and for crosstabs other segments count too: what could be subtracted hides parts of them. */
const printsOfSegments = ({ id, questionnaireVersionId }: TrialFacts): Record<string, SQL> => ({
  segments: printOf(sql`s.id, s.name, s.conditions`, sql`report_segments s where s.trial_id = ${id}`),
  flags: printOf(sql`f.response_id, f.decision`, sql`response_flags f where f.version_id = ${questionnaireVersionId ?? 0}`),
  cellsOfPeople: printOf(sql`p.id, p.cell_id`, ofTrial(id)),
  cells: printOf(sql`c.id, c.name`, sql`quota_cells c where c.trial_id = ${id}`),
});

/** Headline and summary are not among it, nor what the worker has finished: they are put beside the numbers when a draft is shown. */
export const stampOf = async (ctx: Context, { trial, report, segmentId }: Stamped): Promise<string> => {
  const hidesBySegments = segmentId !== null || (report.draft.crosstabs?.length ?? 0) > 0;
  const prints = { ...printsOfEverybody(trial, report.id), ...(hidesBySegments ? printsOfSegments(trial) : {}) };
  const [row] = await ctx.db.execute<Record<string, string>>(
    sql`select ${sql.join(
      Object.entries(prints).map(([name, print]) => sql`${print} as ${sql.identifier(name)}`),
      sql`, `,
    )}`,
  );
  // Words and the order of blocks need no numbers: they are put on whatever was computed.
  const { headline: _headline, summary: _summary, assembly: _assembly, ...draft } = report.draft;
  const { state, ...facts } = trial;
  const prototypes = await findPrototypes(ctx, trial.id);
  const all = { softwareVersion, hasResults: isUnblinded(state), facts, prototypes, draft, segmentId, rows: row };
  return createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(all))))
    .digest("hex");
};
