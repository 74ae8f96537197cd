// The queue: everything that waits for a moderator, the most urgent first, and one case with what is known around it.
import { and, asc, count, desc, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale } from "~/core/locale";
import { before, dayInMs } from "~/core/time";
import type { CaseReason, CaseSubject, Verdict } from "~/features/moderation/case";
import { getFlagged, type FlaggedInTrial } from "~/features/reports/quality.server";
import { authorize } from "~/policy/can";
import { boards, cases, comments, flags, ideas, people, verdicts } from "~db/schema/index";

export type QueueEntry = {
  id: number;
  subjectKind: CaseSubject;
  title: string;
  reasons: CaseReason[];
  priority: number;
  openedAt: Date;
  /** A colleague who has it in hand right now; null when it is free or mine. */
  claimedBy: string | null;
};

const shown = 60;

/** What the case is about, in a few words: an idea's title, the beginning of a comment, or the trial and blind code that a response is about. */
const titleIn = (locale: Locale) => sql<string>`case ${cases.subjectKind}
  when 'idea' then (select title from ideas where id = ${cases.subjectId})
  when 'comment' then (select case when length(body) > 90 then left(body, 89) || '…' else body end from comments where id = ${cases.subjectId})
  else (select coalesce(nullif(t.name ->> ${locale}::text, ''), t.name ->> 'en') || coalesce(' · ' || tp.code, '')
    from responses r join participants p on p.id = r.participant_id join trials t on t.id = p.trial_id
    left join trial_prototypes tp on tp.trial_id = t.id and tp.prototype_id = r.prototype_id where r.id = ${cases.subjectId}) end`;

/** At most sixty open cases in the order of their priority, older ones first among equals, with the number of all. */
export const listQueue = async (
  ctx: Context,
  { kind }: { kind: CaseSubject | null },
): Promise<{ entries: QueueEntry[]; total: number; handledToday: number }> => {
  authorize(ctx.actor, "moderate", null);
  const open = and(eq(cases.state, "open"), kind ? eq(cases.subjectKind, kind) : undefined);
  const [rows, [totals], [handled]] = await Promise.all([
    ctx.db
      .select({
        id: cases.id,
        subjectKind: cases.subjectKind,
        title: titleIn(ctx.locale),
        reasons: cases.reasons,
        priority: cases.priority,
        openedAt: cases.openedAt,
        claimedUntil: cases.claimedUntil,
        claimedById: cases.claimedBy,
        claimant: people.displayName,
      })
      .from(cases)
      .leftJoin(people, eq(people.id, cases.claimedBy))
      .where(open)
      .orderBy(desc(cases.priority), asc(cases.id))
      .limit(shown),
    ctx.db.select({ open: count() }).from(cases).where(open),
    ctx.db
      .select({ verdicts: count() })
      .from(verdicts)
      .where(and(gte(verdicts.at, before(ctx.now, dayInMs)), isNull(verdicts.undoneAt))),
  ]);
  const me = actorId(ctx.actor);
  const entries = rows.map(({ claimedUntil, claimedById, claimant, ...row }) => ({
    ...row,
    claimedBy: claimedById !== me && claimedUntil && claimedUntil > ctx.now ? claimant : null,
  }));
  return { entries, total: totals?.open ?? 0, handledToday: handled?.verdicts ?? 0 };
};

type Author = { id: number; displayName: string; locale: Locale; createdAt: Date; published: number; declined: number };
type PastVerdict = { id: number; verdict: Verdict; by: string; at: Date; undoneAt: Date | null };

type CaseFrame = {
  id: number;
  version: number;
  state: "open" | "closed";
  reasons: CaseReason[];
  openedAt: Date;
  claim: { by: string; isMine: boolean } | null;
  history: PastVerdict[];
};

/** Something that a member wrote. */
export type WrittenCase = CaseFrame & {
  subjectKind: "idea" | "comment";
  title: string;
  body: string;
  ideaId: number;
  boardName: { en: string; id: string };
  publicationState: string;
  author: Author | null;
  flags: { reason: string; note: string; createdAt: Date; by: string }[];
  similar: { id: number; title: string; voteCount: number }[];
  recent: { kind: "idea" | "comment"; ideaId: number; title: string; state: string; createdAt: Date }[];
};

/** Answers to a questionnaire that look hasty, or copied. */
export type ResponseCase = CaseFrame & { subjectKind: "response"; response: FlaggedInTrial };

export type CaseView = WrittenCase | ResponseCase;

const subjectOf = async (ctx: Context, kind: WrittenCase["subjectKind"], id: number) => {
  const [row] =
    kind === "idea"
      ? await ctx.db
          .select({ ideaId: ideas.id, title: ideas.title, body: ideas.body, authorId: ideas.authorId, state: ideas.state, boardName: boards.name })
          .from(ideas)
          .innerJoin(boards, eq(boards.id, ideas.boardId))
          .where(eq(ideas.id, id))
      : await ctx.db
          .select({ ideaId: ideas.id, title: ideas.title, body: comments.body, authorId: comments.authorId, state: comments.state, boardName: boards.name })
          .from(comments)
          .innerJoin(ideas, eq(ideas.id, comments.ideaId))
          .innerJoin(boards, eq(boards.id, ideas.boardId))
          .where(eq(comments.id, id));
  if (!row) throw new NotFound("case");
  return row;
};

const authorOf = async (ctx: Context, id: number): Promise<Author | null> => {
  const written = (state: string) =>
    sql<number>`((select count(*) from ideas where author_id = ${id} and state = ${state}) + (select count(*) from comments where author_id = ${id} and state = ${state}))::int`;
  const [row] = await ctx.db
    .select({
      id: people.id,
      displayName: people.displayName,
      locale: people.locale,
      createdAt: people.createdAt,
      published: written("published"),
      declined: written("declined"),
    })
    .from(people)
    .where(eq(people.id, id));
  return row ?? null;
};

const recentBy = async (ctx: Context, authorId: number, except: { kind: WrittenCase["subjectKind"]; id: number }) => {
  const rows = await ctx.db.execute<{ kind: WrittenCase["subjectKind"]; idea_id: number; title: string; state: string; created_at: string }>(sql`
    select * from (
      select 'idea' as kind, id as idea_id, title, state, created_at from ideas where author_id = ${authorId} and not (${except.kind} = 'idea' and id = ${except.id})
      union all
      select 'comment', idea_id, case when length(body) > 80 then left(body, 79) || '…' else body end, state, created_at from comments where author_id = ${authorId} and not (${except.kind} = 'comment' and id = ${except.id})
    ) written order by created_at desc limit 5`);
  return rows.map((row) => ({ kind: row.kind, ideaId: row.idea_id, title: row.title, state: row.state, createdAt: new Date(row.created_at) }));
};

/** A verdict that was just given, to offer taking it back; null for one that does not exist or was undone. */
export const findVerdict = async (ctx: Context, verdictId: number): Promise<{ id: number; kind: CaseSubject } | null> => {
  authorize(ctx.actor, "moderate", null);
  const [row] = await ctx.db
    .select({ id: verdicts.id, kind: cases.subjectKind })
    .from(verdicts)
    .innerJoin(cases, eq(cases.id, verdicts.caseId))
    .where(and(eq(verdicts.id, verdictId), isNull(verdicts.undoneAt)));
  return row ?? null;
};

type Known = typeof cases.$inferSelect;

const historyOf = async (ctx: Context, { subjectKind, subjectId }: Known): Promise<PastVerdict[]> => {
  const related = ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.subjectKind, subjectKind), eq(cases.subjectId, subjectId)));
  return ctx.db
    .select({ id: verdicts.id, verdict: verdicts.verdict, by: people.displayName, at: verdicts.at, undoneAt: verdicts.undoneAt })
    .from(verdicts)
    .innerJoin(people, eq(people.id, verdicts.by))
    .where(inArray(verdicts.caseId, related))
    .orderBy(desc(verdicts.id))
    .limit(10);
};

const aboutWriting = async (ctx: Context, known: Known, kind: WrittenCase["subjectKind"]): Promise<Omit<WrittenCase, keyof CaseFrame>> => {
  const subject = await subjectOf(ctx, kind, known.subjectId);
  const [author, flagged, similar, recent] = await Promise.all([
    subject.authorId === null ? null : authorOf(ctx, subject.authorId),
    ctx.db
      .select({ reason: flags.reason, note: flags.note, createdAt: flags.createdAt, by: people.displayName })
      .from(flags)
      .innerJoin(people, eq(people.id, flags.personId))
      .where(eq(flags.caseId, known.id))
      .orderBy(desc(flags.id))
      .limit(10),
    kind === "idea"
      ? ctx.db
          .select({ id: ideas.id, title: ideas.title, voteCount: ideas.voteCount })
          .from(ideas)
          .where(and(eq(ideas.state, "published"), ne(ideas.id, known.subjectId), sql`similarity(${ideas.title}, ${subject.title}) > 0.25`))
          .orderBy(sql`similarity(${ideas.title}, ${subject.title}) desc`)
          .limit(3)
      : [],
    subject.authorId === null ? [] : recentBy(ctx, subject.authorId, { kind, id: known.subjectId }),
  ]);
  const { title, body, ideaId, boardName, state } = subject;
  return { subjectKind: kind, title, body, ideaId, boardName, publicationState: state, author, flags: flagged, similar, recent };
};

/** One case with what is known around it: the author, the members' flags and similar ideas, or the answers that were found unusual. */
export const getCase = async (ctx: Context, caseId: number): Promise<CaseView> => {
  authorize(ctx.actor, "moderate", null);
  const [row] = await ctx.db
    .select({ known: cases, claimant: people.displayName })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.claimedBy))
    .where(eq(cases.id, caseId));
  if (!row) throw new NotFound("case");
  const { known, claimant } = row;
  const isClaimed = known.claimedBy !== null && known.claimedUntil !== null && known.claimedUntil > ctx.now;
  const frame: CaseFrame = {
    id: known.id,
    version: known.version,
    state: known.state,
    reasons: known.reasons,
    openedAt: known.openedAt,
    claim: isClaimed && claimant ? { by: claimant, isMine: known.claimedBy === actorId(ctx.actor) } : null,
    history: await historyOf(ctx, known),
  };
  return known.subjectKind === "response"
    ? { ...frame, subjectKind: "response", response: await getFlagged(ctx, known.subjectId) }
    : { ...frame, ...(await aboutWriting(ctx, known, known.subjectKind)) };
};
