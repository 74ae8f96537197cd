// What may be said where no answer fits: each a button that leads on, so that it works without JavaScript.
import { Check } from "lucide-react";
import { useT } from "~/i18n/language";
import type { Instead, Question } from "../questionnaire";

type Props = {
  question: Pick<Question, "offers" | "required" | "type">;
  chosen: Instead | undefined;
  /** In the preview nothing is sent. */ isShownOnly?: boolean;
};

export const InsteadOfAnswer = ({ question, chosen, isShownOnly }: Props) => {
  const t = useT();
  const { offers = [] } = question;
  const maySkip = !question.required && question.type !== "information";
  if (offers.length === 0 && !maySkip) return null;
  const type = isShownOnly ? "button" : "submit";
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      {offers.map((instead) => (
        <button
          key={instead}
          type={type}
          name="go"
          value={instead}
          aria-pressed={chosen === instead}
          className="button quiet small min-h-11 aria-pressed:bg-leaf-tint"
        >
          {chosen === instead && <Check className="size-4" aria-hidden="true" />}
          {t(`questions.${instead}`)}
        </button>
      ))}
      {maySkip && (
        <button type={type} name="go" value="skip" className="link min-h-11">
          {t("questions.skip")}
        </button>
      )}
    </div>
  );
};
