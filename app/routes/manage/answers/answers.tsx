// What people wrote, answer by answer, with the themes of the codebook: by keys, in bulk, and without scripts as forms.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { answerFilters, type AnswerSearch } from "~/features/themes/answer-search";
import { addCode, removeCode, setCodes } from "~/features/themes/code-answers.server";
import { AnswerCard } from "~/features/themes/components/answer-card";
import { AnswerSearchForm } from "~/features/themes/components/answer-search";
import { BulkBar } from "~/features/themes/components/bulk-bar";
import { CodingPage, UndoLast } from "~/features/themes/components/coding-head";
import { focusAfter, useCodingKeys } from "~/features/themes/components/coding-keys";
import { KeysOfCoding } from "~/features/themes/components/keys-of-coding";
import { codesInput } from "~/features/themes/input";
import { listAnswersToCode } from "~/features/themes/list-answers.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, type Reply } from "~/ui/field";
import { PageLink } from "~/ui/page-link";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

const searchIn = (url: URL): AnswerSearch => {
  const of = (name: string) => url.searchParams.get(name);
  const theme = of("theme");
  return {
    question: of("question"),
    q: (of("q") ?? "").slice(0, 200).replaceAll("\0", ""),
    show: answerFilters.find((filter) => filter === of("show")) ?? "all",
    theme: theme ? idFrom(theme) : null,
    after: of("after"),
  };
};

export const loader = page(async ({ ctx, params, url }) => {
  const search = searchIn(url);
  const found = await listAnswersToCode(ctx, idFrom(params.id), search);
  return { title: pageTitle(ctx, "staff.page_named", { name: localized(found.trial.name, ctx.locale) }), search, ...found };
});

export const action = command(async ({ ctx, form, params, url }) => {
  const trialId = idFrom(params.id);
  const { question: questionKey, act, answers: responseIds, themes, tone } = parseForm(form, codesInput);
  const input = { trialId, questionKey, responseIds };
  if (act === "set") await setCodes(ctx, { ...input, themeIds: themes, tone: tone ?? null });
  for (const themeId of act === "set" ? [] : themes) await (act === "add" ? addCode : removeCode)(ctx, { ...input, themeId });
  if (form.has("script")) return { problems: undefined, values: undefined, current: undefined };
  return redirect(`${paths.trialAnswers(trialId)}${url.search}#answer-${responseIds[0]}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialAnswers() {
  const t = useT();
  const locale = useLocale();
  const { search, page: list, themes, counts, compared, lastAct, ...frame } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as Reply;
  useCodingKeys();
  const standing = themes.filter(({ mergedInto }) => mergedInto === null);
  const { id } = frame.trial;
  return (
    <CodingPage {...frame} to={(question) => paths.trialAnswers(id, { question })}>
      {({ key }) => (
        <div className="grid max-w-4xl gap-4">
          <ProblemSummary reply={reply} />
          <AnswerSearchForm search={search} question={key} themes={standing} counts={counts} />
          {standing.length === 0 && counts.all > 0 && (
            <p className="rounded-card bg-turmeric-tint p-4 text-turmeric-ink">
              {t("themes.begin")}{" "}
              <PageLink to={paths.trialSuggestions(id, key)} className="link">
                {t("themes.begin_suggestions")}
              </PageLink>{" "}
              ·{" "}
              <PageLink to={paths.trialThemes(id, key)} className="link">
                {t("themes.begin_codebook")}
              </PageLink>
            </p>
          )}
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-label text-ink-3">{t(compared ? "themes.coding_compared" : "themes.coding_blind")}</p>
            <UndoLast trialId={id} question={key} act={lastAct} />
          </div>
          {list.items.length === 0 ? (
            <EmptyState
              title={t(counts.all === 0 ? "themes.none_yet" : search.show === "open" && !search.q ? "themes.all_coded" : "themes.none_found")}
              action={
                counts.all > 0 && (
                  <PageLink to={paths.trialAnswers(id, { question: key })} className="button quiet small">
                    {t("themes.show_all")}
                  </PageLink>
                )
              }
            />
          ) : (
            <Form id="bulk" method="post" preventScrollReset>
              <BulkBar question={key} themes={standing} />
            </Form>
          )}
          <div className="grid border-t border-line">
            {list.items.map((answer) => (
              <AnswerCard
                key={answer.responseId}
                answer={answer}
                themes={standing}
                question={key}
                isLocked={compared && answer.isCodedByOther}
                onSaved={focusAfter}
              />
            ))}
          </div>
          {list.next && (
            <PageLink
              to={paths.trialAnswers(id, { question: key, q: search.q, show: search.show, theme: search.theme ?? undefined, after: list.next })}
              className="button quiet small justify-self-start"
            >
              {t("common.more")}
            </PageLink>
          )}
          <KeysOfCoding themes={standing.slice(0, 9).map(({ name }) => localized(name, locale))} />
        </div>
      )}
    </CodingPage>
  );
}
