// "You said, we did" is written by the team that works on the product, from a decision, from ideas, or from both.
import { and, eq, inArray, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { changeIdeas, changes, ideas, products, quotations, reports } from "~db/schema/index";
import type { ChangeTexts } from "./input";
import { findDecision, getTeamChange } from "./queries.server";
import { requireOwnWords } from "./quote-of-change.server";

const findProductTeam = async (ctx: Context, productId: number): Promise<number> => {
  const [product] = await ctx.db.select({ teamId: products.teamId }).from(products).where(eq(products.id, productId));
  if (!product) throw new NotFound("product");
  return product.teamId;
};

/** Only published ideas can be what people said. */
const requireIdeas = async (ctx: Context, ideaIds: number[]): Promise<void> => {
  if (ideaIds.length === 0) return;
  const found = await ctx.db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(inArray(ideas.id, ideaIds), eq(ideas.state, "published")));
  if (found.length !== new Set(ideaIds).size) throw new Invalid({ ideaIds: { key: "not_understood" } });
};

/** A quotation stands only beside the trial it comes from. */
const requireQuotation = async (ctx: Context, quotationId: number | null, trialId: number | null): Promise<void> => {
  if (quotationId === null) return;
  const [row] = await ctx.db
    .select({ trialId: reports.trialId })
    .from(quotations)
    .innerJoin(reports, eq(reports.id, quotations.reportId))
    .where(eq(quotations.id, quotationId));
  if (!row || row.trialId !== trialId) throw new Invalid({ quote: { key: "not_understood" } });
};

const link = async (ctx: Context, changeId: number, ideaIds: number[]): Promise<void> => {
  await ctx.db.delete(changeIdeas).where(eq(changeIdeas.changeId, changeId));
  if (ideaIds.length > 0) await ctx.db.insert(changeIdeas).values([...new Set(ideaIds)].map((ideaId) => ({ changeId, ideaId })));
};

/** How many different people stand behind a change: authors, voters and commenters of its ideas, and who finished its trial. */
export const countVoices = async (ctx: Context, { ideaIds, trialId }: { ideaIds: number[]; trialId: number | null }): Promise<number> => {
  const own = `{${ideaIds.join(",")}}`;
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    select count(distinct person)::int as n from (
      select 'person ' || author_id as person from ideas where id = any(${own}::int[]) and author_id is not null
      union all select 'person ' || person_id from idea_votes where idea_id = any(${own}::int[])
      union all select 'person ' || author_id from comments where idea_id = any(${own}::int[]) and state = 'published' and author_id is not null
      union all select coalesce('person ' || person_id, 'participant ' || id) from participants where trial_id = ${trialId}::int and state in ('active', 'complete')
    ) voices`);
  return row!.n;
};

type NewChange = ChangeTexts & {
  productId: number;
  decisionId?: number;
  quotationId?: number;
  /** For the house itself, which carries over what was counted elsewhere. */
  voices?: number;
};

export const createChange = async (ctx: Context, input: NewChange): Promise<number> => {
  const decision = input.decisionId === undefined ? null : await findDecision(ctx, input.decisionId);
  const productId = decision?.productId ?? input.productId;
  authorize(ctx.actor, "publish-report", { teamId: await findProductTeam(ctx, productId) });
  const trialId = decision?.trialId ?? null;
  const quotationId = input.quotationId ?? null;
  await requireIdeas(ctx, input.ideaIds);
  await requireQuotation(ctx, quotationId, trialId);
  await requireOwnWords(ctx, { quote: input.quote, ideaIds: input.ideaIds, quotationId });
  return inTransaction(ctx, async (inner) => {
    const { title, said, did, quote, steps } = input;
    const voices = ctx.actor.kind === "system" && input.voices !== undefined ? input.voices : await countVoices(inner, { ideaIds: input.ideaIds, trialId });
    const [row] = await inner.db
      .insert(changes)
      .values({
        productId,
        trialId,
        decisionId: input.decisionId ?? null,
        quotationId,
        title,
        said,
        did,
        quote,
        voices,
        steps,
        createdBy: actorId(ctx.actor),
        createdAt: ctx.now,
      })
      .returning({ id: changes.id });
    await link(inner, row!.id, input.ideaIds);
    await record(inner, { kind: "change.created", subject: { kind: "change", id: row!.id } });
    return row!.id;
  });
};

export const editChange = async (ctx: Context, input: ChangeTexts & { changeId: number; quotationId?: number; revision: number }): Promise<void> => {
  const { change } = await getTeamChange(ctx, input.changeId);
  const quotationId = input.quotationId ?? null;
  await requireIdeas(ctx, input.ideaIds);
  await requireQuotation(ctx, quotationId, change.trialId);
  await requireOwnWords(ctx, { quote: input.quote, ideaIds: input.ideaIds, quotationId });
  await inTransaction(ctx, async (inner) => {
    const { title, said, did, quote, steps } = input;
    const voices = await countVoices(inner, { ideaIds: input.ideaIds, trialId: change.trialId });
    const [changed] = await inner.db
      .update(changes)
      .set({ title, said, did, quote, steps, quotationId, voices, revision: sql`${changes.revision} + 1` })
      .where(and(eq(changes.id, input.changeId), eq(changes.revision, input.revision)))
      .returning({ id: changes.id });
    if (!changed) {
      const { change: now } = await getTeamChange(inner, input.changeId);
      const both = (name: "title" | "said" | "did") => ({ [`${name}.en`]: now[name].en, [`${name}.id`]: now[name].id });
      throw new Conflict(
        "the change was edited meanwhile",
        { key: "stale" },
        { revision: now.revision, values: { ...both("title"), ...both("said"), ...both("did"), quote: now.quote } },
      );
    }
    await link(inner, input.changeId, input.ideaIds);
    await record(inner, { kind: "change.edited", subject: { kind: "change", id: input.changeId } });
  });
};
