import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { questions } from "~db/schema/index";
import { checked } from "./check-input.server";
import { editQuestionnaire, freeKey, writeOrder, type QuestionRow } from "./edit-questionnaire.server";
import { keySchema, questionDraftSchema } from "./input.server";
import { draftOf, type Question, type QuestionDraft } from "./questionnaire";
import { renamedIn } from "./rename";
import type { QuestionTypeName } from "./types/registry";

type Input = QuestionDraft & {
  questionnaireId: number;
  /** Of the question to change; a key nobody has yet creates it, none creates one with the next free key. */
  key?: string;
  type: QuestionTypeName;
  /** A new name for the column in exports. */
  newKey?: string;
  /** What the change was made on; when the question has changed since, nothing is saved. Absent: whatever stands is replaced. */
  revision?: number;
  /** Index among the questions for a new one; at the end where absent. */
  at?: number;
};

export type SavedQuestion = { key: string; revision: number };
/** What stands now, given with the Conflict. */
export type StandingQuestion = Question & { revision: number };

/** Rules, comparisons and repeated answers of other questions follow a new name. */
const followRename = async (ctx: Context, rows: readonly QuestionRow[], from: string, to: string): Promise<void> => {
  for (const row of rows) {
    if (row.key === from) continue;
    const body = renamedIn(row.body, from, to);
    if (body !== row.body)
      await ctx.db
        .update(questions)
        .set({ body, revision: row.revision + 1 })
        .where(eq(questions.id, row.id));
  }
};

export const saveQuestion = (ctx: Context, input: Input): Promise<SavedQuestion> =>
  editQuestionnaire(ctx, input.questionnaireId, async (inner, rows) => {
    const { questionnaireId, type } = input;
    const body = checked(questionDraftSchema(type), draftOf(input));
    const known = rows.find((row) => row.key === input.key);
    if (known && known.type !== type) throw new Invalid({ type: { key: "not_understood" } });

    const key = checked(keySchema, input.newKey ?? input.key ?? freeKey(rows), { prefix: "newKey" });
    if (rows.some((row) => row.key === key && row !== known)) throw new Invalid({ newKey: { key: "key_is_taken" } });

    if (known) {
      if (input.revision !== undefined && input.revision !== known.revision) {
        const standing: StandingQuestion = { key: known.key, type: known.type, ...known.body, revision: known.revision };
        throw new Conflict("the question has changed", {}, standing);
      }
      const revision = known.revision + 1;
      await inner.db.update(questions).set({ key, body, revision }).where(eq(questions.id, known.id));
      if (key !== known.key) await followRename(inner, rows, known.key, key);
      return { key, revision };
    }
    if (rows.length >= 200) throw new Invalid({ "": { key: "too_many_questions" } });
    const [created] = await inner.db
      .insert(questions)
      .values({ questionnaireId, key, type, body, position: rows.length + 1 })
      .returning();
    if (!created) throw new Error("The question was not created");
    if (input.at !== undefined) await writeOrder(inner, rows.map((row) => row.id).toSpliced(input.at, 0, created.id));
    return { key, revision: created.revision };
  });
