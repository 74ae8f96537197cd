// Changes as everybody reads them once they are published, and as the team sees them before.
import { and, desc, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { decodeCursor, toPage, type Page } from "~/core/page";
import type { LocalizedText } from "~/core/locale";
import type { IdeaStatus } from "~/features/ideas/idea";
import { authorize } from "~/policy/can";
import { whereWorksOnTeam } from "~/policy/teams.server";
import { boards, changeIdeas, changes, decisionOutcomes, decisions, ideas, products, quotations, reports, reportVersions, trials } from "~db/schema/index";
import { consentingResponses } from "../quotable.server";
import type { ChangeStep } from "./change";

export type PublicChange = {
  id: number;
  productId: number;
  product: LocalizedText;
  title: LocalizedText;
  said: LocalizedText;
  did: LocalizedText;
  /** Empty where nobody is quoted, or the owner of the words has withdrawn the consent. */
  quote: string;
  voices: number;
  steps: ChangeStep[];
  publishedAt: Date;
};

const columns = { change: changes, product: products.name, quotedResponse: quotations.responseId };

type Row = { change: typeof changes.$inferSelect; product: LocalizedText; quotedResponse: number | null };

const toPublic = async (ctx: Context, rows: Row[]): Promise<PublicChange[]> => {
  const quotable = await consentingResponses(
    ctx,
    rows.flatMap(({ quotedResponse }) => quotedResponse ?? []),
  );
  return rows.map(({ change, product, quotedResponse }) => ({
    id: change.id,
    productId: change.productId,
    product,
    title: change.title,
    said: change.said,
    did: change.did,
    quote: change.quotationId !== null && !(quotedResponse !== null && quotable.has(quotedResponse)) ? "" : change.quote,
    voices: change.voices,
    steps: change.steps,
    publishedAt: change.publishedAt!,
  }));
};

/** Newest first; the same for everybody. */
export const listChanges = async (ctx: Context, input: { after?: string | null; size?: number; productId?: number } = {}): Promise<Page<PublicChange>> => {
  const size = input.size ?? 10;
  const cursor = decodeCursor(input.after, 2);
  const [at, id] = cursor ?? [];
  const isUsable = typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof id === "number";
  const before = isUsable ? or(lt(changes.publishedAt, new Date(at)), and(eq(changes.publishedAt, new Date(at)), lt(changes.id, id))) : undefined;
  const rows = await ctx.db
    .select(columns)
    .from(changes)
    .innerJoin(products, eq(products.id, changes.productId))
    .leftJoin(quotations, eq(quotations.id, changes.quotationId))
    .where(and(isNotNull(changes.publishedAt), input.productId === undefined ? undefined : eq(changes.productId, input.productId), before))
    .orderBy(desc(changes.publishedAt), desc(changes.id))
    .limit(size + 1);
  const page = toPage(rows, size, ({ change }) => [change.publishedAt!.toISOString(), change.id]);
  return { next: page.next, items: await toPublic(ctx, page.items) };
};

export type LinkedIdea = { id: number; title: string; voteCount: number; status: IdeaStatus };

const listLinkedIdeas = (ctx: Context, changeId: number): Promise<LinkedIdea[]> =>
  ctx.db
    .select({ id: ideas.id, title: ideas.title, voteCount: ideas.voteCount, status: ideas.status })
    .from(changeIdeas)
    .innerJoin(ideas, eq(ideas.id, changeIdeas.ideaId))
    .where(and(eq(changeIdeas.changeId, changeId), eq(ideas.state, "published")))
    .orderBy(desc(ideas.voteCount), desc(ideas.id));

/** A published change with the ideas it grew out of and the trial it was tried in. */
export const getChange = async (ctx: Context, changeId: number) => {
  const [row] = await ctx.db
    .select({ ...columns, trialName: trials.name })
    .from(changes)
    .innerJoin(products, eq(products.id, changes.productId))
    .leftJoin(quotations, eq(quotations.id, changes.quotationId))
    .leftJoin(trials, eq(trials.id, changes.trialId))
    .where(and(eq(changes.id, changeId), isNotNull(changes.publishedAt)));
  if (!row) throw new NotFound("change");
  const [change] = await toPublic(ctx, [row]);
  return {
    change: change!,
    ideas: await listLinkedIdeas(ctx, changeId),
    trial: row.change.trialId === null ? null : { id: row.change.trialId, name: row.trialName! },
  };
};

export type ChangeInList = { id: number; title: LocalizedText; product: LocalizedText; publishedAt: Date | null; createdAt: Date; voices: number };

/** The changes of the products one works on, newest first. */
export const listTeamChanges = async (ctx: Context, after: string | null): Promise<Page<ChangeInList>> => {
  authorize(ctx.actor, "enter-workshop", null);
  const size = 30;
  const cursor = decodeCursor(after, 1);
  const rows = await ctx.db
    .select({
      id: changes.id,
      title: changes.title,
      product: products.name,
      publishedAt: changes.publishedAt,
      createdAt: changes.createdAt,
      voices: changes.voices,
    })
    .from(changes)
    .innerJoin(products, eq(products.id, changes.productId))
    .where(and(whereWorksOnTeam(ctx.actor, products.teamId), typeof cursor?.[0] === "number" ? lt(changes.id, cursor[0]) : undefined))
    .orderBy(desc(changes.id))
    .limit(size + 1);
  return toPage(rows, size, ({ id }) => [id]);
};

/** One change for the team that works on its product, published or not. */
export const getTeamChange = async (ctx: Context, changeId: number) => {
  authorize(ctx.actor, "enter-workshop", null);
  const [row] = await ctx.db
    .select({ change: changes, product: products.name, teamId: products.teamId })
    .from(changes)
    .innerJoin(products, eq(products.id, changes.productId))
    .where(eq(changes.id, changeId));
  if (!row) throw new NotFound("change");
  authorize(ctx.actor, "publish-report", { teamId: row.teamId });
  const linked = await ctx.db.select({ ideaId: changeIdeas.ideaId }).from(changeIdeas).where(eq(changeIdeas.changeId, changeId));
  return { change: row.change, product: row.product, teamId: row.teamId, ideaIds: linked.map(({ ideaId }) => ideaId).sort((a, b) => a - b) };
};

/** Where a decision belongs: its trial, product and team. */
export const findDecision = async (ctx: Context, decisionId: number) => {
  const [row] = await ctx.db
    .select({
      decision: decisions,
      outcome: decisionOutcomes.outcome,
      number: reportVersions.number,
      content: reportVersions.content,
      reportId: reports.id,
      trialId: trials.id,
      trialName: trials.name,
      productId: trials.productId,
      teamId: products.teamId,
    })
    .from(decisions)
    .innerJoin(reportVersions, eq(reportVersions.id, decisions.reportVersionId))
    .innerJoin(reports, eq(reports.id, reportVersions.reportId))
    .innerJoin(trials, eq(trials.id, reports.trialId))
    .innerJoin(products, eq(products.id, trials.productId))
    .leftJoin(decisionOutcomes, eq(decisionOutcomes.decisionId, decisions.id))
    .where(eq(decisions.id, decisionId));
  if (!row) throw new NotFound("decision");
  authorize(ctx.actor, "see-report", { teamId: row.teamId });
  const { content, ...rest } = row;
  return { ...rest, finding: content.findings.find(({ key }) => key === row.decision.finding)?.text ?? null };
};

/** Quotations picked for the trial's report whose owners still agree. */
export const listPickedQuotations = async (ctx: Context, trialId: number): Promise<{ id: number; excerpt: string }[]> => {
  const rows = await ctx.db
    .select({ id: quotations.id, excerpt: quotations.excerpt, responseId: quotations.responseId })
    .from(quotations)
    .innerJoin(reports, eq(reports.id, quotations.reportId))
    .where(eq(reports.trialId, trialId))
    .orderBy(desc(quotations.id))
    .limit(60);
  const quotable = await consentingResponses(
    ctx,
    rows.map(({ responseId }) => responseId),
  );
  return rows.filter(({ responseId }) => quotable.has(responseId)).map(({ id, excerpt }) => ({ id, excerpt }));
};

/** Ideas that a change of this product may have grown out of: those it is linked to, then the most supported ones and the newest ones. */
export const listCandidateIdeas = async (ctx: Context, productId: number | null, chosen: readonly number[]): Promise<LinkedIdea[]> => {
  const own = `{${chosen.join(",")}}`;
  const isOwn = sql<boolean>`${ideas.id} = any(${own}::int[])`;
  const isOpen = and(sql`${ideas.status} <> 'done'`, productId === null ? undefined : sql`(${boards.productId} is null or ${boards.productId} = ${productId})`);
  const candidates = () =>
    ctx.db
      .select({ id: ideas.id, title: ideas.title, voteCount: ideas.voteCount, status: ideas.status })
      .from(ideas)
      .innerJoin(boards, eq(boards.id, ideas.boardId))
      .where(and(eq(ideas.state, "published"), or(isOwn, isOpen)));
  const supported = await candidates()
    .orderBy(desc(isOwn), desc(ideas.voteCount), desc(ideas.id))
    .limit(20 + chosen.length);
  const newest = await candidates().orderBy(desc(ideas.id)).limit(10);
  return [...supported, ...newest.filter(({ id }) => !supported.some((idea) => idea.id === id))];
};

/** The idea that a change begins with, and the product whose board it is on. */
export const findPublishedIdea = async (ctx: Context, ideaId: number): Promise<{ id: number; createdAt: Date; productId: number | null } | null> => {
  const [idea] = await ctx.db
    .select({ id: ideas.id, createdAt: ideas.createdAt, productId: boards.productId })
    .from(ideas)
    .innerJoin(boards, eq(boards.id, ideas.boardId))
    .where(and(eq(ideas.id, ideaId), eq(ideas.state, "published")));
  return idea ?? null;
};
