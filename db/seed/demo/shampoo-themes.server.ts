// What people wrote about the shampoos, read and sorted: Maya codes as answers come in, Dewi reads one question again without seeing Maya's codes.
import { addTheme } from "../../../app/features/themes/codebook.server";
import { setCodes } from "../../../app/features/themes/code-answers.server";
import { compareCoders, settleAnswer } from "../../../app/features/themes/compare-coders.server";
import { listAnswersToCode } from "../../../app/features/themes/list-answers.server";
import { shampooOpenAnswers, shampooThemes } from "../texts/trials-open-answers";
import { as, dayAt, schedule, type Stage } from "./stage.server";

type Question = "likes" | "dislikes";

/** Of what people like most is still to be coded, so that there is something to try it on. */
const likesCoded = 4;

const meantBy = (question: Question, text: string) => shampooOpenAnswers.find((answer) => answer.question === question && answer.body === text)!;

const readAnswers = async (stage: Stage, key: string, trialId: number, question: Question, at: Date) => {
  const { page } = await listAnswersToCode(as(stage, key, at), trialId, { question, q: "", show: "all", theme: null, after: null });
  return page.items.map(({ responseId, text }) => ({ responseId, answer: meantBy(question, text) }));
};

/** The codebook of a question: the themes that its answers are about. */
const writeCodebook = async (stage: Stage, trialId: number, question: Question, at: Date): Promise<Map<string, number>> => {
  const used = new Set((await readAnswers(stage, "maya", trialId, question, at)).flatMap(({ answer }) => answer.themes));
  const ids = new Map<string, number>();
  for (const { key, name } of shampooThemes.filter((theme) => used.has(theme.key)))
    ids.set(key, await addTheme(as(stage, "maya", at), { trialId, questionKey: question, name, definition: "" }));
  return ids;
};

const code = async (
  stage: Stage,
  coder: string,
  trialId: number,
  question: Question,
  book: Map<string, number>,
  at: Date,
  misses: (place: number) => boolean,
) => {
  for (const [place, { responseId, answer }] of (await readAnswers(stage, coder, trialId, question, at)).entries()) {
    if (question === "likes" && place >= likesCoded) continue;
    const themeIds = (misses(place) ? answer.themes.slice(1) : answer.themes).map((key) => book.get(key)!);
    const tone = answer.themes.length === 0 || question === "likes" ? "positive" : "negative";
    await setCodes(as(stage, coder, at), { trialId, questionKey: question, responseIds: [responseId], themeIds, tone });
  }
};

export const seedShampooThemes = (stage: Stage, trial: { id: number }): void => {
  const [codedAt, againAt, settledAt] = [dayAt(stage, 1, 14.2), dayAt(stage, 1, 16.5), dayAt(stage, 1, 17.1)];
  const books = new Map<Question, Map<string, number>>();
  schedule(stage, codedAt, async () => {
    for (const question of ["likes", "dislikes"] as const) {
      const book = await writeCodebook(stage, trial.id, question, codedAt);
      books.set(question, book);
      await code(stage, "maya", trial.id, question, book, codedAt, () => false);
    }
  });
  schedule(stage, againAt, () => code(stage, "dewi", trial.id, "dislikes", books.get("dislikes")!, againAt, (place) => place === 3 || place === 9));
  schedule(stage, settledAt, async () => {
    const asked = { trialId: trial.id, questionKey: "dislikes" };
    for (const coder of ["maya", "dewi"]) await compareCoders(as(stage, coder, settledAt), asked);
    const { responseId, answer } = (await readAnswers(stage, "maya", trial.id, "dislikes", settledAt))[3]!;
    const themeIds = answer.themes.map((key) => books.get("dislikes")!.get(key)!);
    await settleAnswer(as(stage, "maya", settledAt), { ...asked, responseId, themeIds });
  });
};
