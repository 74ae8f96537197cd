// Why a response is looked at again, in sentences, with what was answered.
import { localized } from "~/core/locale";
import type { FlagReason } from "~/features/questionnaires/flag-reason";
import { useFormat, useLocale, useT } from "~/i18n/language";
import type { FlaggedResponse } from "../quality.server";

/** One sentence with the number that was found and where the rule begins. */
export const useReasonSentence = () => {
  const t = useT();
  const format = useFormat();
  return ({ kind, value, threshold, other }: FlagReason, question: string): string => {
    const values = { question, value: format.number(value, 0), threshold: format.number(threshold, 0) };
    if (kind === "speeding") return t("reports.flag_speeding", { share: format.percent(value), threshold: format.percent(threshold) });
    if (kind === "duplicate_text")
      return t(value < 1 ? "reports.flag_nearly_duplicate_text" : "reports.flag_duplicate_text", { question, share: format.percent(value) });
    if (kind === "inconsistent") return other ? t("reports.flag_inconsistent", values) : t("reports.flag_inconsistent_prices", values);
    if (kind === "little_spread" || kind === "halves_apart")
      return t(`reports.flag_${kind}`, { question, value: format.number(value, 2), threshold: format.number(threshold, 2) });
    if (kind === "unusual") return t("reports.flag_unusual", { question, value: format.number(value, 1), threshold: format.number(threshold, 3) });
    return t(`reports.flag_${kind}`, values);
  };
};

export const FlagReasons = ({ reasons }: { reasons: FlaggedResponse["reasons"] }) => {
  const t = useT();
  const locale = useLocale();
  const sentence = useReasonSentence();
  return (
    <ul className="grid gap-3">
      {reasons.map((reason, index) => (
        <li key={index} className="grid gap-1">
          <p className="flex flex-wrap items-baseline gap-2">
            {reason.isStrong && <span className="chip brick">{t("reports.flag_strong")}</span>}
            {sentence(reason, localized(reason.text, locale))}
          </p>
          {(reason.kind === "meaningless" || reason.kind === "duplicate_text") && reason.answer && (
            <blockquote className="quote">{localized(reason.answer, locale)}</blockquote>
          )}
          {reason.kind !== "meaningless" && reason.kind !== "duplicate_text" && reason.answer && (
            <p className="text-label whitespace-pre-line text-ink-2">{localized(reason.answer, locale)}</p>
          )}
          {reason.alike && (
            <div className="grid gap-1">
              <p className="text-note text-ink-3">{t("reports.quality_alike", { number: reason.alike.number, code: reason.alike.code ?? "–" })}</p>
              {reason.otherAnswer && <blockquote className="quote">{localized(reason.otherAnswer, locale)}</blockquote>}
            </div>
          )}
          {reason.otherAnswer && !reason.alike && (
            <p className="text-label whitespace-pre-line text-ink-2">
              {localized(reason.otherText, locale)}: {localized(reason.otherAnswer, locale)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};
