// The queue: everything that waits for a moderator, the most urgent first, and one case with what is known around it.
import { and, asc, count, desc, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale } from "~/core/locale";
import { before, dayInMs } from "~/core/time";
import type { CaseReason, CaseSubject, Verdict } from "~/features/moderation/case";
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

/** What the case is about, in a few words: an idea's title, or the beginning of a comment. */
const titleOf = sql<string>`case when ${cases.subjectKind} = 'idea' then (select title from ideas where id = ${cases.subjectId}) else (select case when length(body) > 90 then left(body, 89) || '…' else body end from comments where id = ${cases.subjectId}) end`;

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
        title: titleOf,
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

export type CaseView = {
  id: number;
  version: number;
  state: "open" | "closed";
  subjectKind: CaseSubject;
  reasons: CaseReason[];
  openedAt: Date;
  claim: { by: string; isMine: boolean } | null;
  title: string;
  body: string;
  ideaId: number;
  boardName: { en: string; id: string };
  publicationState: string;
  author: Author | null;
  flags: { reason: string; note: string; createdAt: Date; by: string }[];
  similar: { id: number; title: string; voteCount: number }[];
  recent: { kind: CaseSubject; ideaId: number; title: string; state: string; createdAt: Date }[];
  history: PastVerdict[];
};

const subjectOf = async (ctx: Context, kind: CaseSubject, id: number) => {
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

const recentBy = async (ctx: Context, authorId: number, except: { kind: CaseSubject; id: number }) => {
  const rows = await ctx.db.execute<{ kind: CaseSubject; idea_id: number; title: string; state: string; created_at: string }>(sql`
    select * from (
      select 'idea' as kind, id as idea_id, title, state, created_at from ideas where author_id = ${authorId} and not (${except.kind} = 'idea' and id = ${except.id})
      union all
      select 'comment', idea_id, case when length(body) > 80 then left(body, 79) || '…' else body end, state, created_at from comments where author_id = ${authorId} and not (${except.kind} = 'comment' and id = ${except.id})
    ) written order by created_at desc limit 5`);
  return rows.map((row) => ({ kind: row.kind, ideaId: row.idea_id, title: row.title, state: row.state, createdAt: new Date(row.created_at) }));
};

/** One case with its author, the members' flags, similar ideas and its history. */
export const getCase = async (ctx: Context, caseId: number): Promise<CaseView> => {
  authorize(ctx.actor, "moderate", null);
  const [row] = await ctx.db
    .select({ known: cases, claimant: people.displayName })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.claimedBy))
    .where(eq(cases.id, caseId));
  if (!row) throw new NotFound("case");
  const { known, claimant } = row;
  const subject = await subjectOf(ctx, known.subjectKind, known.subjectId);
  const relatedCases = ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.subjectKind, known.subjectKind), eq(cases.subjectId, known.subjectId)));
  const [author, flagged, similar, recent, history] = await Promise.all([
    subject.authorId === null ? null : authorOf(ctx, subject.authorId),
    ctx.db
      .select({ reason: flags.reason, note: flags.note, createdAt: flags.createdAt, by: people.displayName })
      .from(flags)
      .innerJoin(people, eq(people.id, flags.personId))
      .where(eq(flags.caseId, caseId))
      .orderBy(desc(flags.id))
      .limit(10),
    known.subjectKind === "idea"
      ? ctx.db
          .select({ id: ideas.id, title: ideas.title, voteCount: ideas.voteCount })
          .from(ideas)
          .where(and(eq(ideas.state, "published"), ne(ideas.id, known.subjectId), sql`similarity(${ideas.title}, ${subject.title}) > 0.25`))
          .orderBy(sql`similarity(${ideas.title}, ${subject.title}) desc`)
          .limit(3)
      : [],
    subject.authorId === null ? [] : recentBy(ctx, subject.authorId, { kind: known.subjectKind, id: known.subjectId }),
    ctx.db
      .select({ id: verdicts.id, verdict: verdicts.verdict, by: people.displayName, at: verdicts.at, undoneAt: verdicts.undoneAt })
      .from(verdicts)
      .innerJoin(people, eq(people.id, verdicts.by))
      .where(inArray(verdicts.caseId, relatedCases))
      .orderBy(desc(verdicts.id))
      .limit(10),
  ]);
  const isClaimed = known.claimedBy !== null && known.claimedUntil !== null && known.claimedUntil > ctx.now;
  return {
    id: known.id,
    version: known.version,
    state: known.state,
    subjectKind: known.subjectKind,
    reasons: known.reasons,
    openedAt: known.openedAt,
    claim: isClaimed && claimant ? { by: claimant, isMine: known.claimedBy === actorId(ctx.actor) } : null,
    title: subject.title,
    body: subject.body,
    ideaId: subject.ideaId,
    boardName: subject.boardName,
    publicationState: subject.state,
    author,
    flags: flagged,
    similar,
    recent,
    history,
  };
};
