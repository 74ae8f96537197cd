import { Link } from "@remix-run/react";
import { ListChecks, MessageSquareText } from "lucide-react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

/** The two questionnaires of a trial, each leading to its builder. */
export const QuestionnaireLinks = ({ trial }: { trial: { screenerId: number | null; questionnaireId: number | null } }) => {
  const t = useT();
  const links = [
    { id: trial.screenerId, key: "screener", icon: ListChecks },
    { id: trial.questionnaireId, key: "questionnaire", icon: MessageSquareText },
  ] as const;
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {links.map(
        ({ id, key, icon: Icon }) =>
          id !== null && (
            <li key={key} className="card relative flex items-start gap-3 hover:border-line-2">
              <Icon className="mt-0.5 size-5 flex-none text-leaf" aria-hidden="true" />
              <div>
                <Link to={paths.builder(id)} className="font-semibold after:absolute after:inset-0 after:rounded-card">
                  {t(`fieldwork.${key}`)}
                </Link>
                <p className="text-note text-ink-3">{t(`fieldwork.${key}_text`)}</p>
              </div>
            </li>
          ),
      )}
    </ul>
  );
};
