import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TrialCard } from "~/features/trials/components/trial-card";
import { listTrials } from "~/features/trials/member.server";
import { pageTitle } from "~/http/page-title.server";
import { useRoot } from "~/http/root-data";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "trials.title"), ...(await listTrials(ctx)) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

type Trials = ReturnType<typeof useLoaderData<typeof loader>>["open"];

const Section = ({ id, title, trials }: { id: string; title: string; trials: Trials }) =>
  trials.length > 0 && (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id}>{title}</h2>
      <ul className="grid gap-4 md:grid-cols-2">
        {trials.map((trial) => (
          <li key={trial.id} className="grid">
            <TrialCard trial={trial} />
          </li>
        ))}
      </ul>
    </section>
  );

export default function Trials() {
  const t = useT();
  const { person } = useRoot();
  const { open, running, finished } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-10">
      <header className="grid gap-2">
        <h1>{t("trials.title")}</h1>
        <p className="max-w-[60ch] text-ink-2">{t("trials.lead")}</p>
      </header>
      {open.length === 0 ? (
        <EmptyState
          title={t("trials.none_open_title")}
          action={
            <a className="button quiet" href={person ? paths.myProfile() : paths.join(paths.trials())}>
              {t(person ? "trials.none_open_action" : "common.join")}
            </a>
          }
        >
          <p>{t("trials.none_open_text")}</p>
        </EmptyState>
      ) : (
        <Section id="open-trials" title={t("trials.open")} trials={open} />
      )}
      <Section id="running-trials" title={t("trials.running")} trials={running} />
      <Section id="finished-trials" title={t("trials.finished")} trials={finished} />
    </div>
  );
}
