// Answers that look alike, offered as a theme. Nothing is coded until somebody presses the button, and only what they left ticked.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { takeSuggestion } from "~/features/themes/code-answers.server";
import { CodingPage, UndoLast } from "~/features/themes/components/coding-head";
import { SuggestionCard } from "~/features/themes/components/suggestion-card";
import { suggestionInput } from "~/features/themes/input";
import { suggestThemes } from "~/features/themes/suggest-themes.server";
import { mostAnswersGrouped } from "~/features/themes/theme";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, type Reply } from "~/ui/field";
import { PageLink } from "~/ui/page-link";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const found = await suggestThemes(ctx, idFrom(params.id), url.searchParams.get("question"));
  return { title: pageTitle(ctx, "staff.page_named", { name: localized(found.trial.name, ctx.locale) }), ...found };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { question, answers, ...theme } = parseForm(form, suggestionInput);
  await takeSuggestion(ctx, { trialId, questionKey: question, responseIds: answers, ...theme });
  return redirect(paths.trialSuggestions(trialId, question));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialSuggestions() {
  const t = useT();
  const { suggestions, open, isDrawn, lastAct, ...frame } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as Reply;
  const { id } = frame.trial;
  return (
    <CodingPage {...frame} to={(question) => paths.trialSuggestions(id, question)}>
      {({ key }) => (
        <div className="grid max-w-4xl gap-5">
          <ProblemSummary reply={reply} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-[64ch] text-label text-ink-2">
              {t("themes.suggestions_note", { count: open })} {isDrawn && t("themes.suggestions_drawn", { most: mostAnswersGrouped })}
            </p>
            <UndoLast trialId={id} question={key} act={lastAct} />
          </div>
          {suggestions.length === 0 ? (
            <EmptyState
              title={t("themes.no_suggestion")}
              action={
                <PageLink to={paths.trialAnswers(id, { question: key, show: "open" })} className="button quiet small">
                  {t("themes.read_on")}
                </PageLink>
              }
            >
              <p>{t("themes.no_suggestion_text")}</p>
            </EmptyState>
          ) : (
            suggestions.map((suggestion) => <SuggestionCard key={suggestion.answers[0]!.id} suggestion={suggestion} question={key} />)
          )}
        </div>
      )}
    </CodingPage>
  );
}
