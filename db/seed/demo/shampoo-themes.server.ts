// What people wrote about the shampoos, read and sorted: Maya codes as answers come in, Dewi reads one question again without seeing Maya's codes.
import { compareCoders, settleAnswer } from "../../../app/features/themes/compare-coders.server";
import { shampooOpenAnswers, shampooThemes } from "../texts/trials-open-answers";
import { codeAnswers, readAnswers, writeCodebook } from "./code-themes.server";
import { as, dayAt, schedule, type Stage } from "./stage.server";

type Question = "likes" | "dislikes";

/** Of what people like most is still to be coded, so that there is something to try it on. */
const likesCoded = 4;

const meantBy = (question: Question, text: string): readonly string[] =>
  shampooOpenAnswers.find((answer) => answer.question === question && answer.body === text)!.themes;

export const seedShampooThemes = (stage: Stage, trial: { id: number }): void => {
  const [codedAt, againAt, settledAt] = [dayAt(stage, 1, 14.2), dayAt(stage, 1, 16.5), dayAt(stage, 1, 17.1)];
  const books = new Map<Question, Map<string, number>>();
  const code = (coder: string, question: Question, at: Date, misses: (place: number) => boolean) =>
    codeAnswers(stage, coder, { trialId: trial.id, questionKey: question }, books.get(question)!, at, (text, place) => {
      if (question === "likes" && place >= likesCoded) return null;
      const themes = meantBy(question, text);
      return { themes: misses(place) ? themes.slice(1) : themes, tone: themes.length === 0 || question === "likes" ? "positive" : "negative" };
    });
  schedule(stage, codedAt, async () => {
    for (const question of ["likes", "dislikes"] as const) {
      const asked = { trialId: trial.id, questionKey: question };
      const used = new Set((await readAnswers(stage, "maya", asked, codedAt)).flatMap(({ text }) => meantBy(question, text)));
      const themes = shampooThemes.filter(({ key }) => used.has(key));
      books.set(question, await writeCodebook(stage, "maya", asked, themes, codedAt));
      await code("maya", question, codedAt, () => false);
    }
  });
  schedule(stage, againAt, () => code("dewi", "dislikes", againAt, (place) => place === 3 || place === 9));
  schedule(stage, settledAt, async () => {
    const asked = { trialId: trial.id, questionKey: "dislikes" };
    for (const coder of ["maya", "dewi"]) await compareCoders(as(stage, coder, settledAt), asked);
    const { responseId, text } = (await readAnswers(stage, "maya", asked, settledAt))[3]!;
    const themeIds = meantBy("dislikes", text).map((key) => books.get("dislikes")!.get(key)!);
    await settleAnswer(as(stage, "maya", settledAt), { ...asked, responseId, themeIds });
  });
};
