// Answering a questionnaire to try it out.
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { useState } from "react";
import { idFrom } from "~/core/ids";
import { localized, type Locale } from "~/core/locale";
import { InLanguage, LanguageChoice, sampleCodes } from "~/features/questionnaires/builder/in-language";
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
  const { id, kind, isPaired, title, questions } = await getQuestionnaire(ctx, idFrom(params.id));
  return { id, codes: sampleCodes({ kind, isPaired }), name: title, questions, title: pageTitle(ctx, "builder.run_title") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialRunPage() {
  const t = useT();
  const pageLocale = useLocale();
  const { id, codes, name, questions } = useLoaderData<typeof loader>();
  const [locale, setLocale] = useState<Locale>(pageLocale);
  return (
    <>
      <StaffHead title={t("builder.run_title")} back={{ to: paths.builder(id), label: localized(name, pageLocale) }} note={<p>{t("builder.run_note")}</p>} />
      <div className="mb-4">
        <LanguageChoice locale={locale} onChoose={setLocale} />
      </div>
      <div className="max-w-[420px] rounded-card border border-line bg-paper p-5" lang={locale}>
        {questions.length === 0 ? (
          <p>{t("builder.problem_no_questions")}</p>
        ) : (
          <InLanguage locale={locale}>
            <TrialRun questions={questions} codes={codes} />
          </InLanguage>
        )}
      </div>
    </>
  );
}
