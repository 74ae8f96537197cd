// A coder reads the open answers of a question and sorts them into its themes.
import type { Tone } from "../../../app/features/themes/theme";
import { addTheme } from "../../../app/features/themes/codebook.server";
import { setCodes } from "../../../app/features/themes/code-answers.server";
import { listAnswersToCode } from "../../../app/features/themes/list-answers.server";
import type { DemoTheme } from "../texts/types";
import { as, type Stage } from "./stage.server";

export type AskedOpenly = { trialId: number; questionKey: string };
type Read = { responseId: number; text: string };

export const readAnswers = async (stage: Stage, coder: string, { trialId, questionKey }: AskedOpenly, at: Date): Promise<Read[]> => {
  const found: Read[] = [];
  let after: string | null = null;
  do {
    const search = { question: questionKey, q: "", show: "all" as const, theme: null, after };
    const { page }: Awaited<ReturnType<typeof listAnswersToCode>> = await listAnswersToCode(as(stage, coder, at), trialId, search);
    found.push(...page.items);
    after = page.next;
  } while (after !== null);
  return found;
};

/** By the key of the theme. */
export const writeCodebook = async (stage: Stage, coder: string, asked: AskedOpenly, themes: readonly DemoTheme[], at: Date): Promise<Map<string, number>> => {
  const ids = new Map<string, number>();
  for (const { key, name } of themes) ids.set(key, await addTheme(as(stage, coder, at), { ...asked, name, definition: "" }));
  return ids;
};

type Codes = { themes: readonly string[]; tone: Tone };

/** `codesOf` says what the coder reads in an answer, or null where it is left for another day. Answers that read the same are coded at once. */
export const codeAnswers = async (
  stage: Stage,
  coder: string,
  asked: AskedOpenly,
  book: ReadonlyMap<string, number>,
  at: Date,
  codesOf: (text: string, place: number) => Codes | null,
): Promise<void> => {
  const alike = new Map<string, { codes: Codes; responseIds: number[] }>();
  for (const [place, { responseId, text }] of (await readAnswers(stage, coder, asked, at)).entries()) {
    const codes = codesOf(text, place);
    if (codes === null) continue;
    const own = alike.get(JSON.stringify(codes)) ?? { codes, responseIds: [] };
    own.responseIds.push(responseId);
    alike.set(JSON.stringify(codes), own);
  }
  for (const { codes, responseIds } of alike.values()) {
    const themeIds = codes.themes.map((key) => book.get(key)!);
    await setCodes(as(stage, coder, at), { ...asked, responseIds, themeIds, tone: codes.tone });
  }
};
