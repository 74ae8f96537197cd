// What was decided on a finding, by whom, who sees to it by when, and what came of it.
import { useFormat, useT } from "~/i18n/language";
import type { DecisionInList } from "../../queries.server";

export const DecisionMade = ({ decision, today }: { decision: DecisionInList; today?: string }) => {
  const t = useT();
  const format = useFormat();
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label">
        <span className={decision.choice === "keep" ? "chip leaf" : decision.choice === "stop" ? "chip brick" : "chip turmeric"}>
          {t(`reports.choice_${decision.choice}`)}
        </span>
        <span className="text-ink-3">
          {decision.by ?? ""} · {format.dateTime(decision.at)}
        </span>
      </p>
      {decision.note && <p className="whitespace-pre-line text-ink-2">{decision.note}</p>}
      {(decision.owner || decision.dueOn) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-ink-2">
          {decision.owner && <span>{t("themes.owned_by", { name: decision.owner })}</span>}
          {decision.dueOn && <span>{t("themes.due_on", { date: format.date(decision.dueOn) })}</span>}
          {decision.dueOn && !decision.outcome && today !== undefined && decision.dueOn < today && <span className="chip brick">{t("themes.overdue")}</span>}
        </p>
      )}
      {decision.outcome && (
        <div className="mt-1 grid gap-1 rounded-card bg-leaf-tint p-3">
          <p className="text-label font-semibold text-leaf">{t("themes.done_on", { date: format.date(decision.outcome.at) })}</p>
          <p className="whitespace-pre-line">{decision.outcome.text}</p>
        </div>
      )}
    </div>
  );
};
