// A photograph for a note in the diary: rebuilt from its pixels, kept under a key of ours, tied to the note.
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { rebuildImage, type ImageProblem } from "~/platform/images.server";
import { fileStorage } from "~/platform/storage.server";
import { authorize } from "~/policy/can";
import { diaryEntries, files, participants, trials } from "~db/schema/index";
import { attachPhoto } from "./diary.server";
import { takesPeople } from "./trial";

/** Before anything is read: is this one's own note, in a trial that still runs? */
export const authorizeDiaryPhoto = async (ctx: Context, noteId: number): Promise<void> => {
  const [note] = await ctx.db
    .select({ personId: participants.personId, state: participants.state, trialState: trials.state })
    .from(diaryEntries)
    .innerJoin(participants, eq(participants.id, diaryEntries.participantId))
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .where(eq(diaryEntries.id, noteId));
  authorize(ctx.actor, "use-own-participation", { personId: note?.personId ?? null });
  if (!note || !takesPeople(note.trialState) || !["active", "complete"].includes(note.state))
    throw new Conflict("the diary is closed", { key: "trial_takes_no_answers" });
};

export const addDiaryPhoto = async (ctx: Context, input: { noteId: number; path: string }): Promise<{ id: string } | { problem: ImageProblem }> => {
  await authorizeDiaryPhoto(ctx, input.noteId);
  const image = await rebuildImage(input.path);
  if (typeof image === "string") return { problem: image };
  const id = randomBytes(24).toString("base64url");
  const { width, height, bytes } = image;
  await ctx.db.insert(files).values({ id, ownerId: actorId(ctx.actor), width, height, bytes: bytes.length, createdAt: ctx.now });
  await fileStorage().put(id, bytes);
  await attachPhoto(ctx, { noteId: input.noteId, fileId: id });
  return { id };
};
