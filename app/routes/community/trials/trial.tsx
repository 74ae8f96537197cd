import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { StandingBox } from "~/features/trials/components/standing";
import { TrialFacts } from "~/features/trials/components/trial-facts";
import { isPaired } from "~/features/trials/trial";
import { getTrial } from "~/features/trials/member.server";
import { pageTitle } from "~/http/page-title.server";
import { useRoot } from "~/http/root-data";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";

export const loader = page(async ({ ctx, params }) => {
  const trial = await getTrial(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "trials.page_named", { name: localized(trial.name, ctx.locale) }), trial };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Trial() {
  const t = useT();
  const locale = useLocale();
  const { person } = useRoot();
  const { trial } = useLoaderData<typeof loader>();
  const isOver = trial.state !== "recruiting" && trial.state !== "fieldwork";
  const standing = trial.state !== "cancelled" && (
    <StandingBox
      trialId={trial.id}
      isOpen={trial.isOpen}
      isOver={isOver}
      isSignedIn={person !== null}
      mayWrite={person?.emailVerified ?? false}
      application={trial.application}
    />
  );
  const steps = [
    trial.screenerMinutes === null ? "step_apply_short" : "step_apply",
    trial.choosing === "draw" ? "step_draw" : "step_first_come",
    "step_parcel",
    isPaired(trial.design) ? "step_answer_pair" : trial.prototypesPerPerson === 1 ? "step_answer_single" : "step_answer",
    "step_told",
  ] as const;
  return (
    <div className="grid gap-6">
      <header className="grid gap-3">
        <Link to={paths.trials()} className="inline-flex min-h-11 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink">
          <ChevronLeft className="size-4" aria-hidden="true" />
          {t("trials.title")}
        </Link>
        <h1>{localized(trial.name, locale)}</h1>
        <p className="flex flex-wrap gap-2">
          <span className={trial.isOpen ? "chip leaf" : trial.state === "cancelled" ? "chip brick" : "chip"}>
            <i />
            {t(
              trial.isOpen ? "trials.state_recruiting" : trial.state === "recruiting" ? "trials.applying_closed" : `trials.state_${trial.state as "fieldwork"}`,
            )}
          </span>
        </p>
      </header>
      {trial.application !== null && standing}
      <div className="grid items-start gap-6 min-[860px]:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <div className="grid gap-6">
          {trial.cancellation !== null && (
            <section className="grid gap-2 rounded-card bg-brick-tint p-5">
              <h2>{t("trials.cancelled_title")}</h2>
              <p className="whitespace-pre-line">{trial.cancellation}</p>
            </section>
          )}
          <p className="max-w-[62ch] text-[18px] whitespace-pre-line">{localized(trial.summary, locale)}</p>
          {trial.attribution === null ? (
            <section className="card grid gap-4">
              <h2>{t("trials.what_it_means")}</h2>
              <TrialFacts trial={trial} />
            </section>
          ) : (
            <p className="text-label text-ink-2">
              {t("trials.imported_text")} {trial.attribution}
            </p>
          )}
          {trial.allergens.length > 0 && (
            <section className="grid gap-2 rounded-card bg-turmeric-tint p-5">
              <h2 className="text-[17px]">{t("trials.may_contain")}</h2>
              <p>{trial.allergens.join(", ")}</p>
            </section>
          )}
        </div>
        <div className="grid gap-6">
          {trial.application === null && standing}
          {trial.isOpen && (
            <section className="grid gap-3" aria-labelledby="how-it-goes">
              <h2 id="how-it-goes">{t("trials.how_it_goes")}</h2>
              <ol className="grid gap-3">
                {steps.map((key, index) => (
                  <li key={key} className="grid grid-cols-[28px_1fr] gap-3">
                    <span aria-hidden="true" className="num grid size-7 place-items-center rounded-full bg-leaf-tint text-note font-bold text-leaf-strong">
                      {index + 1}
                    </span>
                    <span className="text-ink-2">{t(`trials.${key}`, { count: trial.screenerMinutes ?? 1 })}</span>
                  </li>
                ))}
              </ol>
              <p className="text-label text-ink-2">{t("trials.who_can_join")}</p>
            </section>
          )}
          {trial.attribution === null && (
            <details className="card py-2!">
              <summary className="min-h-11 content-center font-semibold">{t("trials.confidentiality")}</summary>
              <p className="mt-2 text-label whitespace-pre-line text-ink-2">{localized(trial.confidentiality, locale)}</p>
            </details>
          )}
        </div>
      </div>
    </div>
  );
}
