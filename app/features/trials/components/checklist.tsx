import { Link } from "@remix-run/react";
import { Check, CircleDashed } from "lucide-react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { ChecklistLine } from "../launch-checklist";

type Props = { lines: readonly ChecklistLine[]; trialId: number; screenerId: number | null; questionnaireId: number | null };

/** What is there and what is missing before people may be invited; each line leads to where it is mended. */
export const Checklist = ({ lines, trialId, screenerId, questionnaireId }: Props) => {
  const t = useT();
  const way: Record<ChecklistLine["part"], string> = {
    setup: paths.trialSetup(trialId),
    quotas: paths.trialQuotas(trialId),
    standards: paths.trialStandards(trialId),
    screener: screenerId === null ? paths.trialSetup(trialId) : paths.builder(screenerId),
    questionnaire: questionnaireId === null ? paths.trialSetup(trialId) : paths.builder(questionnaireId),
  };
  return (
    <ul className="divide-y divide-line">
      {lines.map(({ key, part, isDone, count }) => (
        <li key={key} className="flex items-start gap-3 py-2.5">
          {isDone ? (
            <Check className="mt-0.5 size-5 flex-none text-leaf" aria-label={t("fieldwork.ready")} />
          ) : (
            <CircleDashed className="mt-0.5 size-5 flex-none text-turmeric-ink" aria-label={t("fieldwork.missing")} />
          )}
          <span className="flex-1">
            {t(`fieldwork.check_${key as "texts"}`)}
            {!isDone && (
              <span className="block text-label text-ink-2">
                {key === "questionnaire" && count === 0
                  ? t("fieldwork.check_questionnaire_empty")
                  : t(`fieldwork.check_${key as "texts"}_missing`, { count: count ?? 0 })}
              </span>
            )}
          </span>
          <Link to={way[part]} className="link text-label">
            {t(isDone ? "fieldwork.look" : "fieldwork.mend")}
          </Link>
        </li>
      ))}
    </ul>
  );
};
