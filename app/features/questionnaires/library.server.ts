// Questions that somebody keeps to use again: copies, so that a questionnaire never changes because of them.
import { and, desc, eq } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { Forbidden, Invalid, NotFound } from "~/core/errors";
import { authorize } from "~/policy/can";
import { libraryQuestions } from "~db/schema/index";
import { getQuestionnaire } from "./queries.server";
import { saveQuestion, type SavedQuestion } from "./save-question.server";
import type { QuestionTypeName } from "./types/registry";

export type LibraryQuestion = { id: number; type: string; text: LocalizedText };

const mostKept = 300;

const ownerOf = (ctx: Context): number => {
  authorize(ctx.actor, "enter-workshop", null);
  const id = actorId(ctx.actor);
  if (id === null) throw new Forbidden("only people keep questions");
  return id;
};

/** The latest first. */
export const listLibrary = async (ctx: Context): Promise<LibraryQuestion[]> => {
  const rows = await ctx.db
    .select()
    .from(libraryQuestions)
    .where(eq(libraryQuestions.ownerId, ownerOf(ctx)))
    .orderBy(desc(libraryQuestions.id))
    .limit(mostKept);
  return rows.map(({ id, type, body }) => ({ id, type, text: body.text }));
};

/** Rules and comparisons are about other questions of one questionnaire, so they are not kept. */
export const keepQuestion = async (ctx: Context, input: { questionnaireId: number; key: string }): Promise<void> => {
  const ownerId = ownerOf(ctx);
  const { questions } = await getQuestionnaire(ctx, input.questionnaireId);
  const question = questions.find((each) => each.key === input.key);
  if (!question) throw new NotFound("question");
  if ((await listLibrary(ctx)).length >= mostKept) throw new Invalid({ "": { key: "library_full" } });
  const { type, key, text, help, required, dataClass, config } = question;
  await ctx.db.insert(libraryQuestions).values({ ownerId, type, key, body: { text, help, required, dataClass, section: null, config }, createdAt: ctx.now });
};

export const addFromLibrary = async (ctx: Context, input: { questionnaireId: number; libraryId: number }): Promise<SavedQuestion> => {
  const [kept] = await ctx.db
    .select()
    .from(libraryQuestions)
    .where(and(eq(libraryQuestions.id, input.libraryId), eq(libraryQuestions.ownerId, ownerOf(ctx))));
  if (!kept) throw new NotFound("library question");
  return saveQuestion(ctx, { questionnaireId: input.questionnaireId, type: kept.type as QuestionTypeName, ...kept.body });
};

export const dropFromLibrary = async (ctx: Context, libraryId: number): Promise<void> => {
  await ctx.db.delete(libraryQuestions).where(and(eq(libraryQuestions.id, libraryId), eq(libraryQuestions.ownerId, ownerOf(ctx))));
};
