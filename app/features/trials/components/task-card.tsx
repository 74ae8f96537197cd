// The task that waits: the code of the prototype large, the deadline, what it takes, and one button.
import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { OwnTask } from "../own-participation.server";

type Task = Omit<OwnTask, "dueAt"> & { dueAt: Date | string | null };

const headline = ({ next }: Task) =>
  next.kind === "answer_offer"
    ? ("trials.task_offer" as const)
    : next.kind === "confirm_receipt"
      ? ("trials.task_receipt" as const)
      : next.kind === "answer" && next.started
        ? ("trials.task_continue" as const)
        : ("trials.task_answer" as const);

const leadsTo = ({ next, trialId, responseId }: Task): string => {
  if (next.kind === "answer_offer") return paths.acceptPlace(trialId);
  return next.kind === "answer" && responseId !== null ? paths.answer(responseId) : paths.myTrial(trialId);
};

export const DueChip = ({ at, now }: { at: Date | string; now: Date | string }) => {
  const t = useT();
  const format = useFormat();
  return (
    <span className="chip turmeric justify-self-start">
      <i />
      {t("trials.due", { date: format.deadline(at, now) })}
    </span>
  );
};

export const CodeTile = ({ codes }: { codes: readonly string[] }) => (
  <span className="num grid size-[74px] flex-none place-items-center rounded-card bg-linear-160 from-turmeric-tint to-leaf-tint text-center text-[22px] leading-tight font-extrabold tracking-[.04em] text-leaf-strong">
    {codes.map((code) => (
      <span key={code}>{code}</span>
    ))}
  </span>
);

export const Track = ({ done, total, label }: { done: number; total: number; label: string }) => (
  <div>
    <div className="h-1.5 overflow-hidden rounded-full bg-sunken" role="img" aria-label={label}>
      <b className="block h-full rounded-full bg-turmeric" style={{ width: `${total === 0 ? 0 : Math.round((100 * done) / total)}%` }} />
    </div>
    <p className="mt-1.5 text-note text-ink-3" aria-hidden="true">
      {label}
    </p>
  </div>
);

const names = ({ name, next, total }: { name: LocalizedText; next: Task["next"]; total: number }) => ({
  name,
  position: next.kind === "answer" ? next.position : null,
  total,
});

export const TaskCard = ({ task, now }: { task: Task; now: Date | string }) => {
  const t = useT();
  const locale = useLocale();
  const { name, position, total } = names(task);
  return (
    <article className="card grid gap-3.5">
      <div className="flex items-start gap-3.5">
        {task.codes.length > 0 && <CodeTile codes={task.codes} />}
        <div className="grid min-w-0 gap-1.5">
          {task.dueAt && <DueChip at={task.dueAt} now={now} />}
          <h2>{t(headline(task))}</h2>
          <p className="text-label text-ink-2">
            {position === null || total === 1 ? localized(name, locale) : t("trials.task_about", { name: localized(name, locale), position, total })}
          </p>
        </div>
      </div>
      {task.next.kind === "answer" && <Track done={task.done} total={total} label={t("trials.progress", { done: task.done, total })} />}
      <a className="button justify-self-start" href={leadsTo(task)}>
        {t(
          task.next.kind === "answer_offer"
            ? "trials.answer_offer"
            : task.next.kind === "confirm_receipt"
              ? "trials.look"
              : task.next.kind === "answer" && task.next.started
                ? "trials.continue"
                : "trials.begin",
        )}
      </a>
    </article>
  );
};
