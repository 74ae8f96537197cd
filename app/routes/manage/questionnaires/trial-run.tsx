// Answering a questionnaire to try it out.
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { useState } from "react";
import { idFrom } from "~/core/ids";
import { locales, localized, type Locale } from "~/core/locale";
import { InLanguage } from "~/features/questionnaires/builder/preview";
import { TrialRun } from "~/features/questionnaires/builder/trial-run";
import { getQuestionnaire } from "~/features/questionnaires/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { id, kind, title, questions } = await getQuestionnaire(ctx, idFrom(params.id));
  return { id, kind, name: title, questions, title: pageTitle(ctx, "builder.run_title") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialRunPage() {
  const t = useT();
  const pageLocale = useLocale();
  const { id, kind, name, questions } = useLoaderData<typeof loader>();
  const [locale, setLocale] = useState<Locale>(pageLocale);
  return (
    <>
      <StaffHead title={t("builder.run_title")} back={{ to: paths.builder(id), label: localized(name, pageLocale) }} note={<p>{t("builder.run_note")}</p>} />
      <div role="group" aria-label={t("builder.preview_language")} className="mb-4 flex w-fit gap-1 rounded-full bg-sunken p-1">
        {locales.toReversed().map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={locale === each}
            onClick={() => setLocale(each)}
            className="min-h-9 rounded-full px-4 text-label font-semibold text-ink-2 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-float"
          >
            {t(`builder.language_${each}`)}
          </button>
        ))}
      </div>
      <div className="max-w-[420px] rounded-card border border-line bg-paper p-5" lang={locale}>
        {questions.length === 0 ? (
          <p>{t("builder.problem_no_questions")}</p>
        ) : (
          <InLanguage locale={locale}>
            <TrialRun questions={questions} code={kind === "evaluation" ? "482" : null} />
          </InLanguage>
        )}
      </div>
    </>
  );
}
