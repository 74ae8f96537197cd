// Products and prototypes as staff see them: product managers only those of their teams.
import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { decodeCursor, toPage, type Page } from "~/core/page";
import type { LocalizedText } from "~/core/locale";
import { authorize } from "~/policy/can";
import { whereWorksOnTeam } from "~/policy/teams.server";
import { products, prototypes, teams } from "~db/schema/index";

export const getProduct = async (ctx: Context, productId: number) => {
  authorize(ctx.actor, "enter-workshop", null);
  const [row] = await ctx.db
    .select({ product: products, teamName: teams.name })
    .from(products)
    .innerJoin(teams, eq(teams.id, products.teamId))
    .where(eq(products.id, productId));
  if (!row) throw new NotFound("product");
  authorize(ctx.actor, "manage-product", { teamId: row.product.teamId });
  return { ...row.product, teamName: row.teamName };
};

export const getPrototype = async (ctx: Context, prototypeId: number) => {
  authorize(ctx.actor, "enter-workshop", null);
  const [prototype] = await ctx.db.select().from(prototypes).where(eq(prototypes.id, prototypeId));
  if (!prototype) throw new NotFound("prototype");
  return { prototype, product: await getProduct(ctx, prototype.productId) };
};

/** The prototypes of a product, today's product first. */
export const listPrototypes = async (ctx: Context, productId: number) => {
  await getProduct(ctx, productId);
  return ctx.db.select().from(prototypes).where(eq(prototypes.productId, productId)).orderBy(desc(prototypes.isBenchmark), asc(prototypes.id)).limit(200);
};

type ProductInList = { id: number; name: LocalizedText; description: LocalizedText; teamName: string; prototypeCount: number };

export const listProducts = async (ctx: Context, input: { archived?: boolean; after?: string | null } = {}): Promise<Page<ProductInList>> => {
  authorize(ctx.actor, "enter-workshop", null);
  const size = 50;
  const cursor = decodeCursor(input.after, 1);
  const rows = await ctx.db
    .select({
      id: products.id,
      name: products.name,
      description: products.description,
      teamName: teams.name,
      prototypeCount: sql<number>`(select count(*)::int from ${prototypes} where ${prototypes.productId} = ${products.id})`,
    })
    .from(products)
    .innerJoin(teams, eq(teams.id, products.teamId))
    .where(
      and(
        whereWorksOnTeam(ctx.actor, products.teamId),
        input.archived ? isNotNull(products.archivedAt) : isNull(products.archivedAt),
        cursor && typeof cursor[0] === "number" ? lt(products.id, cursor[0]) : undefined,
      ),
    )
    .orderBy(desc(products.id))
    .limit(size + 1);
  return toPage(rows, size, (row) => [row.id]);
};

/** The teams whose products this person may create. */
export const listOwnTeams = async (ctx: Context): Promise<{ id: number; name: string }[]> => {
  authorize(ctx.actor, "enter-workshop", null);
  return ctx.db.select({ id: teams.id, name: teams.name }).from(teams).where(whereWorksOnTeam(ctx.actor, teams.id)).orderBy(asc(teams.name)).limit(200);
};
