// One visibility predicate for ideas: pages, search, similar ideas, counts and mails all ask here who may see which idea.
import { eq, or, sql, type SQL } from "drizzle-orm";
import { type Actor, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { can } from "~/policy/can";
import { isModerator } from "~/policy/roles";
import { prepared } from "~db/prepared.server";
import { ideas } from "~db/schema/index";
import type { PublicationState } from "./idea";

/** True of ideas that everybody may see; the partial indexes of the lists carry the same words. */
export const isPublicIdea: SQL = sql`${ideas.state} = 'published'`;

/** The SQL twin of `see-publication`: public ideas, one's own, and all of them for moderators. */
export const maySeeIdea = (actor: Actor): SQL => {
  if (actor.kind === "system" || isModerator(actor)) return sql`true`;
  return actor.kind === "person" ? or(isPublicIdea, eq(ideas.authorId, actor.id))! : isPublicIdea;
};

export type PublicationFacts = { state: PublicationState; authorId: number | null };

const publication = prepared((db) =>
  db
    .select({ state: ideas.state, authorId: ideas.authorId })
    .from(ideas)
    .where(eq(ideas.id, sql.placeholder("id")))
    .prepare("publication"),
);

/** The facts that the rules about an idea depend on. */
export const publicationOf = async (ctx: Context, ideaId: number): Promise<PublicationFacts> => {
  const [facts] = await publication(ctx.db).execute({ id: ideaId });
  if (!facts) throw new NotFound("idea");
  return facts;
};

/** Like `publicationOf`, and NotFound for whoever may not know that the idea exists. */
export const visiblePublicationOf = async (ctx: Context, ideaId: number): Promise<PublicationFacts> => {
  const facts = await publicationOf(ctx, ideaId);
  if (!can(ctx.actor, "see-publication", facts)) throw new NotFound("idea");
  return facts;
};
