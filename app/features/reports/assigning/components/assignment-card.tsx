// Who sees to a part of a report, by when, and whether it is ready.
import { Form } from "@remix-run/react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { WhenField, WhoField } from "../../components/who-and-when";
import type { BlockName } from "../../report";
import type { Assignment, Colleague } from "../assignment";

type Props = { trialId: number; block: BlockName; assignment: Assignment | null; colleagues: Colleague[]; today: string };

const State = ({ assignment, today }: { assignment: Assignment; today: string }) => {
  const t = useT();
  const format = useFormat();
  const isLate = !assignment.isReady && assignment.dueOn !== null && assignment.dueOn < today;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <b className="font-semibold">{assignment.assignee}</b>
      <span className={`chip ${assignment.isReady ? "leaf" : "turmeric"}`}>{t(assignment.isReady ? "document.ready" : "document.open")}</span>
      {assignment.dueOn && <span className="text-label text-ink-2">{t("themes.due_on", { date: format.date(assignment.dueOn) })}</span>}
      {isLate && <span className="chip brick">{t("themes.overdue")}</span>}
    </p>
  );
};

export const AssignmentCard = ({ trialId, block, assignment, colleagues, today }: Props) => {
  const t = useT();
  return (
    <section className="card grid gap-3" aria-labelledby="assignment">
      <h2 id="assignment" className="text-[17px]">
        {t("document.assignment")}
      </h2>
      {assignment ? <State assignment={assignment} today={today} /> : <p className="text-label text-ink-2">{t("document.unassigned")}</p>}
      {assignment && (
        <Form method="post" action={paths.blockReadiness(trialId, block)} preventScrollReset>
          <input type="hidden" name="ready" value={String(!assignment.isReady)} />
          <button className={`button small min-h-11 ${assignment.isReady ? "quiet" : ""}`}>
            {t(assignment.isReady ? "document.open_again" : "document.mark_ready")}
          </button>
        </Form>
      )}
      <details open={assignment === null}>
        <summary className="min-h-11 py-2.5 text-label font-semibold text-leaf">{t(assignment ? "document.reassign" : "document.assign")}</summary>
        <Form method="post" action={paths.blockAssignment(trialId, block)} className="grid gap-3 pt-1" preventScrollReset>
          <WhoField name="assigneeId" label={t("document.assignee")} value={assignment?.assigneeId ?? ""} colleagues={colleagues} />
          <WhenField name="dueOn" label={t("document.ready_until")} value={assignment?.dueOn ?? ""} isOptional />
          <button className="button quiet small min-h-11 justify-self-start">{t("common.save")}</button>
        </Form>
      </details>
    </section>
  );
};
