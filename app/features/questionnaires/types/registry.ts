// Every type of question there is: one line and one folder each. Fields and editors are found by the name of the folder.
import type { Question, QuestionDraft } from "../questionnaire";
import { attention } from "./attention/attention";
import { cata } from "./cata/cata";
import { consent } from "./consent/consent";
import { constantSum } from "./constant-sum/constant-sum";
import { dateTime } from "./date-time/date-time";
import { information } from "./information/information";
import { justAboutRight } from "./just-about-right/just-about-right";
import { kano } from "./kano/kano";
import { matrix } from "./matrix/matrix";
import { maxdiff } from "./maxdiff/maxdiff";
import { multipleChoice } from "./multiple-choice/multiple-choice";
import { number } from "./number/number";
import { openText } from "./open-text/open-text";
import { pairedPreference } from "./paired-preference/paired-preference";
import { photo } from "./photo/photo";
import { priceSensitivity } from "./price-sensitivity/price-sensitivity";
import type { AnyQuestionType, Cell, ExportColumn } from "./question-type";
import { ranking } from "./ranking/ranking";
import { rata } from "./rata/rata";
import { rating } from "./rating/rating";
import { semanticDifferential } from "./semantic-differential/semantic-differential";
import { singleChoice } from "./single-choice/single-choice";
import { slider } from "./slider/slider";
import { usageLog } from "./usage-log/usage-log";

export const questionTypes = {
  rating,
  just_about_right: justAboutRight,
  matrix,
  semantic_differential: semanticDifferential,
  slider,
  single_choice: singleChoice,
  multiple_choice: multipleChoice,
  cata,
  rata,
  ranking,
  paired_preference: pairedPreference,
  maxdiff,
  kano,
  number,
  constant_sum: constantSum,
  price_sensitivity: priceSensitivity,
  date_time: dateTime,
  usage_log: usageLog,
  open_text: openText,
  photo,
  attention,
  consent,
  information,
} as const satisfies Record<string, AnyQuestionType>;

export type QuestionTypeName = keyof typeof questionTypes;

export const questionTypeNames = Object.keys(questionTypes) as QuestionTypeName[];
export const isQuestionType = (name: string): name is QuestionTypeName => Object.hasOwn(questionTypes, name);

/** The type of a stored question. A question of an unknown type is a bug: the schemas let none in. */
export const typeOf = (name: string): AnyQuestionType => {
  if (!isQuestionType(name)) throw new Error(`There is no question type ${name}`);
  return questionTypes[name];
};

/** A new question as its type begins it. */
export const newQuestion = (type: QuestionTypeName, presetId?: string): QuestionDraft & { type: QuestionTypeName } => {
  const presets = (questionTypes[type] as AnyQuestionType).presets;
  const preset = presets.find((each) => each.id === presetId) ?? presets[0];
  return {
    type,
    text: preset.text,
    help: preset.help ?? { en: "", id: "" },
    required: !["open_text", "photo", "information"].includes(type),
    dataClass: "ordinary",
    section: null,
    config: structuredClone(preset.config),
  };
};

type Exported = Pick<Question, "key" | "type" | "text" | "config">;

/** The columns of a question in tables; the same question always gives the same columns, whatever was answered. */
export const exportColumns = (question: Exported): ExportColumn[] => typeOf(question.type).columns(question.key, question.text, question.config);

/** One cell per column; all empty where there is no answer. */
export const exportCells = (question: Exported, value: unknown): Cell[] => {
  const columns = exportColumns(question);
  return value === undefined || value === null ? columns.map(() => null) : typeOf(question.type).cells(question.config, value);
};
