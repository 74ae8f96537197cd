// A photograph becomes part of an answer: rebuilt, kept under a key of ours, and named by the answer in one go.
import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { rebuildImage, type ImageProblem } from "~/platform/images.server";
import { fileStorage } from "~/platform/storage.server";
import { answers, files } from "~db/schema/index";
import { authorizeOwnResponse, type ResponseFacts } from "./access.server";
import { saveAnswer } from "./save-answer.server";

type Input = { responseId: number; key: string; path: string };

const photoQuestion = (facts: ResponseFacts, key: string) => {
  const question = facts.definition.questions.find((each) => each.key === key && each.type === "photo");
  if (!question) throw new Invalid({ "": { key: "not_asked" } });
  return question;
};

/** Before anything is read: is this one's own response, still open, and a question that asks for photographs? */
export const authorizePhoto = async (ctx: Context, { responseId, key }: Pick<Input, "responseId" | "key">): Promise<ResponseFacts> => {
  const facts = await authorizeOwnResponse(ctx, responseId);
  photoQuestion(facts, key);
  if (facts.state === "submitted") throw new Conflict("the response was submitted", { key: "already_submitted" });
  if (!facts.takesAnswers) throw new Conflict("the trial takes no answers", { key: "trial_takes_no_answers" });
  return facts;
};

/** Returns the id of the stored file, or what is wrong with the picture. Throws Invalid when there is no room for one more. */
export const addPhoto = async (ctx: Context, { responseId, key, path }: Input): Promise<{ id: string } | { problem: ImageProblem }> => {
  const facts = await authorizePhoto(ctx, { responseId, key });
  const image = await rebuildImage(path);
  if (typeof image === "string") return { problem: image };

  // The row comes first: should anything fail from here on, the job that removes pending files finds it.
  const id = randomBytes(24).toString("base64url");
  const { width, height, bytes } = image;
  await ctx.db.insert(files).values({ id, ownerId: facts.ownerId, responseId, width, height, bytes: bytes.length, createdAt: ctx.now });
  await fileStorage().put(id, bytes);
  await inTransaction(ctx, async (inner) => {
    const [standing] = await inner.db
      .select()
      .from(answers)
      .where(and(eq(answers.responseId, responseId), eq(answers.questionKey, key)))
      .for("update");
    const before = Array.isArray(standing?.value) ? (standing.value as string[]) : [];
    await saveAnswer(inner, { responseId, key, status: "answered", value: [...before, id], revision: standing?.revision ?? 0, shownMs: 0 });
  });
  return { id };
};
