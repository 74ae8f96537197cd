// In their own words. What is written here can become an idea with one tap.
import { both, typedIn, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type OpenTextConfig = { maxLength: number; minLength: number; offersIdea: boolean };

const config: OpenTextConfig = { maxLength: 1000, minLength: 0, offersIdea: true };

export const openText: QuestionType<OpenTextConfig, string> = {
  group: "words",
  presets: [
    { id: "open_text", text: both("", ""), config },
    { id: "likes", text: both("What, if anything, did you like about {p}?", "Apa yang Anda sukai dari {p}?"), config },
    { id: "dislikes", text: both("What, if anything, did you dislike about {p}?", "Apa yang tidak Anda sukai dari {p}?"), config },
  ],
  seconds: 35,
  texts: () => [],
  problems: ({ minLength, maxLength }) => (minLength <= maxLength ? [] : ["range_upside_down"]),
  read: (form, name) => typedIn(form, name)?.replace(/\r\n/g, "\n"),
  describe: (_config, value) => value,
  columns,
  cells,
};
