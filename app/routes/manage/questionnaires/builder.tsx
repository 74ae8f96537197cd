// The questionnaire builder: outline left, question in the middle, the member's phone right.
import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, type MetaFunction } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { beginFromTemplate } from "~/features/questionnaires/begin-from-template.server";
import { AddQuestion } from "~/features/questionnaires/builder/add-question";
import { Outline } from "~/features/questionnaires/builder/outline";
import { sampleCodes } from "~/features/questionnaires/builder/in-language";
import { Preview } from "~/features/questionnaires/builder/preview";
import { QuestionEditor } from "~/features/questionnaires/builder/question-editor";
import { TitleEditor } from "~/features/questionnaires/builder/title-editor";
import { useBuilder } from "~/features/questionnaires/builder/use-builder";
import { listLibrary } from "~/features/questionnaires/library.server";
import { getQuestionnaire } from "~/features/questionnaires/queries.server";
import { templatesFor } from "~/features/questionnaires/templates";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff", isWide: true };

export const loader = page(async ({ ctx, params }) => {
  const questionnaire = await getQuestionnaire(ctx, idFrom(params.id));
  return {
    questionnaire,
    library: await listLibrary(ctx),
    templates: templatesFor(questionnaire.kind, questionnaire.isPaired),
    title: pageTitle(ctx, "staff.page_named", { name: localized(questionnaire.title, ctx.locale) }),
  };
});

/** Begins an empty questionnaire with the questions of a template. */
export const action = command(async ({ ctx, form, params }) => {
  const id = idFrom(params.id);
  await beginFromTemplate(ctx, { questionnaireId: id, template: String(form.get("template") ?? "") });
  return redirect(paths.builder(id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BuilderPage() {
  const t = useT();
  const { questionnaire, library, templates } = useLoaderData<typeof loader>();
  const builder = useBuilder(questionnaire);
  const { id, kind, trialId, isFrozen } = questionnaire;
  const { selected, removed } = builder;
  return (
    <div
      className={`grid min-[1000px]:min-h-screen min-[1000px]:grid-cols-[240px_minmax(0,1fr)] ${selected ? "min-[1240px]:grid-cols-[240px_minmax(0,1fr)_360px] min-[1500px]:grid-cols-[300px_minmax(0,1fr)_420px]" : ""}`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 border-line p-4 min-[1000px]:sticky min-[1000px]:top-0 min-[1000px]:h-screen min-[1000px]:overflow-y-auto min-[1000px]:border-e">
        <div className="grid gap-2">
          {trialId !== null && (
            <Link
              to={paths.manageTrial(trialId)}
              className="-ms-1 inline-flex min-h-9 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink"
            >
              <ChevronLeft className="size-4" aria-hidden="true" />
              {t("builder.to_trial")}
            </Link>
          )}
          <TitleEditor key={id} title={questionnaire.title} kind={kind} isReadOnly={isFrozen} onSave={builder.rewriteTitle} />
        </div>
        {isFrozen ? (
          <p className="rounded-card bg-lagoon-tint p-3 text-label text-lagoon">{t("builder.frozen")}</p>
        ) : (
          <AddQuestion builder={builder} library={library} isFirst={!selected} />
        )}
        <nav aria-label={t("builder.tools")} className="flex flex-wrap gap-x-4 gap-y-1 text-label">
          <Link className="link min-h-9 py-1.5" to={paths.trialRun(id)}>
            {t("builder.run_title")}
          </Link>
          <Link className="link min-h-9 py-1.5" to={paths.translation(id)}>
            {t("builder.translation_title")}
          </Link>
          <Link className="link min-h-9 py-1.5" to={paths.exchange(id)}>
            {t("builder.exchange_title")}
          </Link>
        </nav>
        <Outline questionnaireId={id} builder={builder} isReadOnly={isFrozen} />
      </div>
      <div className="min-w-0 px-4 py-6 sm:px-8">
        {builder.hasFailed && (
          <p role="alert" className="mb-4 rounded-card bg-brick-tint p-4 text-label font-semibold text-brick">
            {t("builder.act_failed")}
          </p>
        )}
        {removed && (
          <p role="status" className="mb-4 flex flex-wrap items-center gap-3 rounded-card bg-sunken p-3 text-label">
            {t("builder.removed", { key: removed.draft.key })}
            <button type="button" className="button quiet small" onClick={() => void builder.restore()}>
              {t("common.undo")}
            </button>
          </p>
        )}
        {selected ? (
          <QuestionEditor key={selected.key} draft={selected} builder={builder} screens={kind === "screener"} isReadOnly={isFrozen} />
        ) : (
          <EmptyState
            title={t("builder.empty_title")}
            action={
              <Form method="post" className="flex flex-wrap justify-center gap-2">
                {templates.map((name) => (
                  <button key={name} name="template" value={name} className="button quiet small">
                    {t(`builder.template_${name}`)}
                  </button>
                ))}
                <Link to={paths.exchange(id)} className="button quiet small">
                  {t("builder.import_title")}
                </Link>
              </Form>
            }
          >
            {t(kind === "screener" ? "builder.empty_screener" : "builder.empty_evaluation")}
          </EmptyState>
        )}
      </div>
      {selected && (
        <div className="px-4 pb-10 min-[1000px]:col-start-2 min-[1240px]:sticky min-[1240px]:top-0 min-[1240px]:col-start-3 min-[1240px]:row-start-1 min-[1240px]:h-screen min-[1240px]:overflow-y-auto min-[1240px]:border-s min-[1240px]:border-line min-[1240px]:py-6">
          <Preview draft={selected} drafts={builder.state.drafts} codes={sampleCodes(questionnaire)} />
        </div>
      )}
    </div>
  );
}
