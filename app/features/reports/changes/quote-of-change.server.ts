// The words over a change are somebody's own: from an idea it grew out of, a comment there, or a picked quotation whose owner still agrees.
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "~/core/context";
import { Invalid } from "~/core/errors";
import { comments, ideas, quotations } from "~db/schema/index";
import { isExcerptOf } from "../excerpt";
import { consentingResponses } from "../quotable.server";

export const requireOwnWords = async (
  ctx: Context,
  { quote, ideaIds, quotationId }: { quote: string; ideaIds: number[]; quotationId: number | null },
): Promise<void> => {
  if (quote === "") return;
  const sources: string[] = [];
  if (quotationId !== null) {
    const [picked] = await ctx.db.select().from(quotations).where(eq(quotations.id, quotationId));
    if (picked && (await consentingResponses(ctx, [picked.responseId])).has(picked.responseId)) sources.push(picked.excerpt);
  }
  if (ideaIds.length > 0) {
    const written = await ctx.db
      .select({ title: ideas.title, body: ideas.body })
      .from(ideas)
      .where(and(inArray(ideas.id, ideaIds), eq(ideas.state, "published")));
    const said = await ctx.db
      .select({ body: comments.body })
      .from(comments)
      .where(and(inArray(comments.ideaId, ideaIds), eq(comments.state, "published")));
    sources.push(...written.flatMap(({ title, body }) => [title, body]), ...said.map(({ body }) => body));
  }
  if (!sources.some((source) => isExcerptOf(quote, source))) throw new Invalid({ quote: { key: "not_their_words" } });
};
