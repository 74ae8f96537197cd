import { useLocale, useT } from "~/i18n/language";
import { pipeToText } from "../piping";
import type { Question, QuestionDraft } from "../questionnaire";
import { NumberBox, Pick } from "../types/editor-controls";
import { typeOf } from "../types/registry";

type Props = { question: Question; questions: readonly Question[]; onChange: (agreesWith: QuestionDraft["agreesWith"]) => void; isReadOnly: boolean };

/** Two numbers that should lie close together: who answers them far apart is looked at. */
export const AgreementEditor = ({ question, questions, onChange, isReadOnly }: Props) => {
  const t = useT();
  const locale = useLocale();
  const isNumber = (each: Question) => typeOf(each.type).asked?.kind === "number";
  const others = questions.filter((each) => each.key !== question.key && isNumber(each));
  const { agreesWith } = question;
  if (!isNumber(question) || (others.length === 0 && !agreesWith)) return null;
  return (
    <div className="flex flex-wrap items-end gap-4">
      <div className="min-w-0 max-w-full">
        <Pick
          label={t("builder.agrees_with")}
          value={agreesWith?.question ?? ""}
          onChange={(key) => onChange(key === "" ? undefined : { question: key, within: agreesWith?.within ?? 2 })}
          isReadOnly={isReadOnly}
          options={[
            { value: "", label: t("builder.agrees_with_none") },
            ...others.map((each) => ({ value: each.key, label: `${each.key}: ${pipeToText(each, { codes: [] }, locale)}` })),
            ...(agreesWith && !others.some((each) => each.key === agreesWith.question)
              ? [{ value: agreesWith.question, label: t("builder.rule_gone", { key: agreesWith.question }) }]
              : []),
          ]}
        />
      </div>
      {agreesWith && (
        <NumberBox
          label={t("builder.agrees_within")}
          value={agreesWith.within}
          onChange={(within) => within !== undefined && Number.isInteger(within) && within >= 0 && within <= 20 && onChange({ ...agreesWith, within })}
          isReadOnly={isReadOnly}
        />
      )}
    </div>
  );
};
