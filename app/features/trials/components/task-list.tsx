import { Check } from "lucide-react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { Task } from "../participation";
import { CodeTile, Track } from "./task-card";

type Shown = Task & { usage: string };

/** The questionnaires in the order of presentation. Only the first that is not handed in is open. */
export const TaskList = ({ tasks, minutes, canAnswer }: { tasks: readonly Shown[]; minutes: number; canAnswer: boolean }) => {
  const t = useT();
  const format = useFormat();
  const done = tasks.filter(({ state }) => state === "done").length;
  const minutesEach = Math.max(1, Math.round(minutes / Math.max(1, tasks.length)));
  return (
    <section className="grid gap-3" aria-labelledby="tasks">
      <h2 id="tasks">{t("trials.tasks")}</h2>
      <Track done={done} total={tasks.length} label={t("trials.progress", { done, total: tasks.length })} />
      <ol className="grid gap-3">
        {tasks.map((task) => (
          <li key={task.position} className={`card grid gap-3.5 ${task.state === "later" ? "bg-sunken" : ""}`}>
            <div className="flex items-start gap-3.5">
              <CodeTile codes={task.codes} />
              <div className="grid min-w-0 gap-1">
                <h3>
                  {tasks.length === 1
                    ? t(task.codes.length > 1 ? "trials.your_pair" : "trials.your_prototype")
                    : t("trials.prototype_number", { position: task.position, total: tasks.length })}
                </h3>
                <p className="text-label text-ink-2">
                  {task.state === "done" ? (
                    <span className="inline-flex items-center gap-1.5 font-semibold text-leaf">
                      <Check className="size-4" aria-hidden="true" />
                      {t("trials.task_done")}
                    </span>
                  ) : (
                    t(task.state === "open" ? "trials.task_effort" : task.position === 1 ? "trials.task_first" : "trials.task_later", {
                      count: minutesEach,
                      code: format.list(task.codes),
                    })
                  )}
                </p>
              </div>
            </div>
            {task.state === "open" && task.usage && (
              <details open={task.answered === 0}>
                <summary className="min-h-11 content-center text-label font-semibold">{t("trials.how_to_use")}</summary>
                <p className="text-label whitespace-pre-line text-ink-2">{task.usage}</p>
              </details>
            )}
            {task.state === "open" && canAnswer && task.responseId !== null && (
              <a className="button justify-self-start" href={paths.answer(task.responseId)}>
                {t(task.answered > 0 ? "trials.continue" : "trials.begin")}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
