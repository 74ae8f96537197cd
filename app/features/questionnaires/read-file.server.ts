import { eq } from "drizzle-orm";
import type { Readable } from "node:stream";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { authorize } from "~/policy/can";
import { fileStorage } from "~/platform/storage.server";
import { diaryEntries, files, participants, products, trials } from "~db/schema/index";
import { findResponseFacts } from "./access.server";

/** The team of the trial in whose diary the picture stands. */
const findDiaryFacts = async (ctx: Context, fileId: string): Promise<{ teamId: number } | null> => {
  const [row] = await ctx.db
    .select({ teamId: products.teamId })
    .from(diaryEntries)
    .innerJoin(participants, eq(participants.id, diaryEntries.participantId))
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .innerJoin(products, eq(products.id, trials.productId))
    .where(eq(diaryEntries.fileId, fileId));
  return row ?? null;
};

/** A photograph, for whose it is and for who runs the trial it was taken for. For everybody else there is none. */
export const readFile = async (ctx: Context, id: string): Promise<{ stream: Readable; bytes: number }> => {
  const [file] = /^[A-Za-z0-9_-]{32}$/.test(id) ? await ctx.db.select().from(files).where(eq(files.id, id)) : [];
  const facts = file?.responseId ? await findResponseFacts(ctx, file.responseId) : file ? await findDiaryFacts(ctx, file.id) : null;
  authorize(ctx.actor, "see-photo", { ownerId: file?.ownerId ?? null, teamId: facts?.teamId ?? null });
  const stream = file ? await fileStorage().read(file.id) : null;
  if (!file || !stream) throw new NotFound("file");
  return { stream, bytes: file.bytes };
};
