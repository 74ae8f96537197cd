// Pictures that no answer names are removed after a day.
import { and, eq, lt } from "drizzle-orm";
import type { Context } from "~/core/context";
import { before, dayInMs } from "~/core/time";
import { fileStorage } from "~/platform/storage.server";
import { files } from "~db/schema/index";

export const removeUnusedFiles = async (ctx: Context): Promise<number> => {
  const unused = await ctx.db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.state, "pending"), lt(files.createdAt, before(ctx.now, dayInMs))))
    .limit(1000);
  let removed = 0;
  for (const { id } of unused) {
    // The row goes first and only while it is still unused: a file that is gone while an answer names it would be worse than one too many.
    const [gone] = await ctx.db
      .delete(files)
      .where(and(eq(files.id, id), eq(files.state, "pending")))
      .returning({ id: files.id });
    if (!gone) continue;
    await fileStorage().remove(id);
    removed += 1;
  }
  return removed;
};
