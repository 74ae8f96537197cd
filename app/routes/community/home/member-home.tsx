// What a member can do today: what is due, a trial to apply for, an idea worth a view, and one thing that changed.
import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { SmallIdeaRow } from "~/features/ideas/components/idea-row";
import { Votes } from "~/features/ideas/components/votes";
import { TaskCard } from "~/features/trials/components/task-card";
import { TrialCard } from "~/features/trials/components/trial-card";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { BecauseCard } from "./because-card";

type Props = {
  name: string;
  now: Date | string;
  tasks: ComponentProps<typeof TaskCard>["task"][];
  trials: ComponentProps<typeof TrialCard>["trial"][];
  ideas: ComponentProps<typeof SmallIdeaRow>["idea"][];
  change: ComponentProps<typeof BecauseCard>["change"] | null;
};

export const MemberHome = ({ name, now, tasks, trials, ideas, change }: Props) => {
  const t = useT();
  const hasLeft = tasks.length > 0 || trials.length > 0 || change !== null;
  return (
    <div className="grid gap-[22px]">
      <section className="hello">
        <h1>{t("home.hello", { name })}</h1>
        <p>{tasks.length > 0 ? t("home.tasks", { count: tasks.length }) : t(trials.length > 0 ? "home.no_tasks_but_trials" : "home.no_tasks")}</p>
      </section>
      <div className={`grid items-start gap-[18px] ${hasLeft ? "min-[860px]:grid-cols-[1.35fr_1fr]" : ""}`}>
        {hasLeft && (
          <div className="grid gap-[18px]">
            {tasks.map((task) => (
              <TaskCard key={`${task.trialId} ${task.next.kind}`} task={task} now={now} />
            ))}
            {trials.length > 0 && (
              <section className="grid gap-3" aria-labelledby="open-trials">
                <h2 id="open-trials">{t("home.open_trials")}</h2>
                {trials.map((trial) => (
                  <TrialCard key={trial.id} trial={trial} />
                ))}
              </section>
            )}
            {change && <BecauseCard change={change} title={t("home.because")} />}
          </div>
        )}
        <section className="card" aria-labelledby="overlooked">
          <h2 id="overlooked" className="mb-2.5">
            {t(ideas.length > 0 ? "home.overlooked" : "home.share_title")}
          </h2>
          {ideas.length > 0 ? (
            <Votes back={paths.home()} isSignedIn>
              <ul>
                {ideas.map((idea) => (
                  <SmallIdeaRow key={idea.id} idea={idea} />
                ))}
              </ul>
            </Votes>
          ) : (
            <p className="mb-4 text-ink-2">{t("home.share_text")}</p>
          )}
          <p className="mt-2 flex flex-wrap gap-3">
            <Link to={paths.ideas()} className="button quiet small min-h-11">
              {t("home.all_ideas")}
            </Link>
            <Link to={paths.newIdea()} className="button quiet small min-h-11">
              {t("ideas.share")}
            </Link>
          </p>
        </section>
      </div>
    </div>
  );
};
