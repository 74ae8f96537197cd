// Agreeing to something that is said in full, or not.
import type { LocalizedText } from "~/core/locale";
import { localized } from "~/core/locale";
import { both, typedIn, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

/** Where `mustAgree` is set, who does not agree cannot hand in. */
export type ConsentConfig = { statement: LocalizedText; mustAgree: boolean };

export const consentWords = { yes: both("I agree", "Saya setuju"), no: both("I do not agree", "Saya tidak setuju") };

export const consent: QuestionType<ConsentConfig, "yes" | "no"> = {
  group: "frame",
  presets: [
    {
      id: "consent",
      text: both("Do you agree to this?", "Apakah Anda menyetujui hal berikut?"),
      config: { statement: both("", ""), mustAgree: false },
    },
  ],
  seconds: 15,
  texts: ({ statement }) => [statement],
  problems: () => [],
  read: (form, name) => typedIn(form, name),
  describe: (_config, value, locale) => localized(consentWords[value], locale),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: () => (["yes", "no"] as const).map((value) => ({ value, label: consentWords[value] })),
    of: (_config, value) => [value],
    isSingle: true,
  },
};
