import { eq } from "drizzle-orm";
import type { Readable } from "node:stream";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { authorize } from "~/policy/can";
import { fileStorage } from "~/platform/storage.server";
import { files } from "~db/schema/index";
import { findResponseFacts } from "./access.server";

/** A photograph, for whose it is and for who runs the trial it was taken for. For everybody else there is none. */
export const readFile = async (ctx: Context, id: string): Promise<{ stream: Readable; bytes: number }> => {
  const [file] = /^[A-Za-z0-9_-]{32}$/.test(id) ? await ctx.db.select().from(files).where(eq(files.id, id)) : [];
  const facts = file?.responseId ? await findResponseFacts(ctx, file.responseId) : null;
  authorize(ctx.actor, "see-photo", { ownerId: file?.ownerId ?? null, teamId: facts?.teamId ?? null });
  const stream = file ? await fileStorage().read(file.id) : null;
  if (!file || !stream) throw new NotFound("file");
  return { stream, bytes: file.bytes };
};
