// Everything that members changed about a product. A product is public once something about it has changed because of them, not before.
import { and, desc, eq, exists, inArray, isNotNull, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { publicTrialStates } from "~/features/trials/trial";
import { boards, changeIdeas, changes, ideas, products, trials } from "~db/schema/index";
import { listChanges, type LinkedIdea } from "./queries.server";

const isPublished = (productId: number) => and(eq(changes.productId, productId), isNotNull(changes.publishedAt));

const mostListed = 12;

/** Ideas that became a change, the most supported first. */
const listShippedIdeas = (ctx: Context, productId: number): Promise<LinkedIdea[]> =>
  ctx.db
    .select({ id: ideas.id, title: ideas.title, voteCount: ideas.voteCount, status: ideas.status })
    .from(ideas)
    .where(
      and(
        eq(ideas.state, "published"),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(changeIdeas)
            .innerJoin(changes, eq(changes.id, changeIdeas.changeId))
            .where(and(eq(changeIdeas.ideaId, ideas.id), isPublished(productId))),
        ),
      ),
    )
    .orderBy(desc(ideas.voteCount), desc(ideas.id))
    .limit(mostListed);

/** Trials that a change grew out of. Other trials of the product stay unnamed: what is tested blind is not given away. */
const listTrialsBehind = (ctx: Context, productId: number): Promise<{ id: number; name: LocalizedText }[]> =>
  ctx.db
    .select({ id: trials.id, name: trials.name })
    .from(trials)
    .where(
      and(
        inArray(trials.state, [...publicTrialStates]),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(changes)
            .where(and(eq(changes.trialId, trials.id), isPublished(productId))),
        ),
      ),
    )
    .orderBy(desc(trials.id))
    .limit(mostListed);

export const getProductStory = async (ctx: Context, input: { productId: number; after: string | null }) => {
  const [row] = await ctx.db
    .select({
      id: products.id,
      name: products.name,
      changed: sql<number>`(select count(*)::int from ${changes} where ${isPublished(input.productId)})`,
    })
    .from(products)
    .where(eq(products.id, input.productId));
  if (!row || row.changed === 0) throw new NotFound("product");
  const [board] = await ctx.db.select({ slug: boards.slug }).from(boards).where(eq(boards.productId, input.productId)).orderBy(boards.id).limit(1);
  return {
    product: row,
    changes: await listChanges(ctx, { productId: input.productId, after: input.after }),
    ideas: await listShippedIdeas(ctx, input.productId),
    trials: await listTrialsBehind(ctx, input.productId),
    board: board?.slug ?? null,
  };
};

/** The product that an idea belongs to, once its page is public: by the change that it became, else by its board. */
export const findProductOfIdea = async (ctx: Context, ideaId: number): Promise<{ id: number; name: LocalizedText } | null> => {
  const [row] = await ctx.db.execute<{ id: number; name: LocalizedText }>(sql`
    select p.id, p.name from products p where p.id = coalesce(
      (select c.product_id from change_ideas l join changes c on c.id = l.change_id where l.idea_id = ${ideaId} and c.published_at is not null order by c.id desc limit 1),
      (select b.product_id from ideas i join boards b on b.id = i.board_id where i.id = ${ideaId} and i.state = 'published'
        and exists (select 1 from changes c where c.product_id = b.product_id and c.published_at is not null)))`);
  return row ?? null;
};

/** True where members find a page of the product. */
export const hasProductStory = async (ctx: Context, productId: number): Promise<boolean> => {
  const [row] = await ctx.db.select({ id: changes.id }).from(changes).where(isPublished(productId)).limit(1);
  return row !== undefined;
};
