// The demo's questions as the builder keeps them.
import { both } from "../../../app/features/questionnaires/types/question-type";
import { justAboutRight } from "../../../app/features/questionnaires/types/just-about-right/just-about-right";
import { rating, type RatingConfig } from "../../../app/features/questionnaires/types/rating/rating";
import type { QuestionDraft } from "../../../app/features/questionnaires/questionnaire";
import type { QuestionTypeName } from "../../../app/features/questionnaires/types/registry";
import type { DemoOption, DemoQuestion } from "../texts/types";

type Typed = { type: QuestionTypeName; config: unknown };

const preset = (id: RatingConfig["preset"]): RatingConfig => {
  const found = rating.presets.find((each) => each.id === id);
  if (!found) throw new Error(`There is no scale "${id}"`);
  return found.config;
};

const optionOf = ({ value, label, screening, ...rest }: DemoOption & { exclusive?: true }) => ({ value, label, screening: screening ?? "neutral", ...rest });

const typed = (question: DemoQuestion): Typed => {
  switch (question.type) {
    case "single":
      return { type: "single_choice", config: { options: question.options.map(optionOf), allowOther: false } };
    case "multiple":
      return { type: "multiple_choice", config: { options: question.options.map(optionOf) } };
    case "hedonic9":
      // The nine points also ask about the scent; only the question about the whole is overall liking.
      return { type: "rating", config: { ...preset("hedonic9"), measures: question.key === "overall" ? "overall_liking" : "attribute" } };
    case "pi5":
      return { type: "rating", config: preset("purchase_intent5") };
    case "rating": {
      const { min, max, minLabel, maxLabel } = question;
      const labels = { [min]: minLabel, [max]: maxLabel };
      return { type: "rating", config: { ...preset("custom"), min, max, labels, topBoxes: [max - 1, max], bottomBoxes: [min, min + 1] } };
    }
    case "jar5":
      return { type: "just_about_right", config: { ...justAboutRight.presets[0].config, attribute: question.attribute } };
    case "number":
      return { type: "number", config: { unit: question.unit, min: question.min, max: question.max, step: 1, screening: null } };
    case "open":
      return { type: "open_text", config: { maxLength: question.maxLength, minLength: 0, offersIdea: true } };
    case "photo":
      return { type: "photo", config: { max: question.maxPhotos } };
  }
};

export const draftOf = (question: DemoQuestion): QuestionDraft & { key: string; type: QuestionTypeName } => ({
  key: question.key,
  ...typed(question),
  text: question.text,
  help: question.help ?? both("", ""),
  required: question.required,
  dataClass: question.dataClass ?? "ordinary",
  section: question.section ?? null,
});
