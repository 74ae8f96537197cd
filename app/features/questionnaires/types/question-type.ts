// What every type of question brings along. Free of zod and of React, so that server, browser and exports share it.
import type { LocalizedText, Locale } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";

export type ExportColumn = { name: string; label: LocalizedText };
export type Cell = string | number | null;
export type Screening = "qualify" | "disqualify" | "neutral";

/** What a later question may look at: the codes that an answer names, or the number that it is. */
export type Asked<Config, Value> =
  | {
      kind: "codes";
      codes: (config: Config) => { value: string; label: LocalizedText }[];
      of: (config: Config, value: Value) => string[];
      /** Not more than one of the codes can be given at once. */
      isSingle?: boolean;
    }
  | { kind: "number"; of: (value: Value) => number; range: (config: Config) => { min: number; max: number } };

/** What is asked about once more, softly, before an unlikely answer is taken; `questions.soft_<key>` says it. */
export type SoftPrompt = TranslationKey extends infer Key ? (Key extends `questions.soft_${infer Name}` ? Name : never) : never;

/** Under which heading a type is offered in the builder. */
export const typeGroups = ["scales", "choices", "comparisons", "amounts", "words", "frame"] as const;

/** A way to begin: the standard wording and scale that a new question is given. */
export type Preset<Config> = { id: string; text: LocalizedText; help?: LocalizedText; config: Config };

/** What keeps a question from being launched; `builder.problem_<key>` says it in words. */
export type ConfigProblem = TranslationKey extends infer Key ? (Key extends `builder.problem_${infer Name}` ? Name : never) : never;

export type QuestionType<Config, Value> = {
  /** The first is what a new question gets. */
  presets: readonly [Preset<Config>, ...Preset<Config>[]];
  group: (typeof typeGroups)[number];
  /** How long answering takes as a rule, in seconds; the start page adds them up. */
  seconds: number;
  /** Every text of the configuration that a member reads; each is needed in both languages. */
  texts: (config: Config) => LocalizedText[];
  problems: (config: Config) => ConfigProblem[];
  /** The configuration as members may see it: which answer qualifies stays in the house. */
  forMember?: (config: Config) => Config;
  /** What the fields named `name` of a form say; undefined when nothing was answered. Not checked yet. */
  read: (form: FormData, name: string, config: Config) => unknown;
  /** The answer in words, for reviewing and comparing. */
  describe: (config: Config, value: Value, locale: Locale) => string;
  columns: (key: string, text: LocalizedText, config: Config) => ExportColumn[];
  /** One cell per column, in their order. */
  cells: (config: Config, value: Value) => Cell[];
  /** What an answer means for a screener; absent for types that cannot screen. `undefined` stands for no answer. */
  screen?: (config: Config, value: Value | undefined) => Screening;
  /** What show-if rules may look at beyond whether there is an answer at all. */
  asked?: Asked<Config, Value>;
  /** An answer that is allowed but unlikely. */
  soft?: (config: Config, value: Value) => SoftPrompt | null;
};

/** A type whose configuration and value are known only to itself. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyQuestionType = QuestionType<any, any>;

/** A text that is given in one language and not in the other counts as missing, and so does one given in neither. */
export const isComplete = (text: LocalizedText): boolean => text.en.trim() !== "" && text.id.trim() !== "";
export const isEmpty = (text: LocalizedText): boolean => text.en.trim() === "" && text.id.trim() === "";
export const both = (en: string, id: string): LocalizedText => ({ en, id });

/** The text typed into a field, trimmed, or undefined. */
export const typedIn = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};

/** A number as people type it, with comma or point; the text itself where it is no number, so that it can be shown again. */
export const numberIn = (form: FormData, name: string): number | string | undefined => {
  const text = typedIn(form, name);
  if (text === undefined) return undefined;
  const compact = text.replace(/\s/g, "");
  if (/^-?\d{1,3}([.,]\d{3})+$/.test(compact)) return Number(compact.replace(/[.,]/g, ""));
  return /^-?\d+([.,]\d+)?$/.test(compact) ? Number(compact.replace(",", ".")) : text;
};
