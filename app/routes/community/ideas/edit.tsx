// Rewriting one's own idea while it is not public.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { DraftNote } from "~/features/ideas/components/draft-note";
import { IdeaFields } from "~/features/ideas/components/idea-fields";
import { RulingNote } from "~/features/ideas/components/ruling-note";
import { useDraft } from "~/features/ideas/components/use-draft";
import { dropDraft, findDraft } from "~/features/ideas/drafts.server";
import { editIdea } from "~/features/ideas/edit-idea.server";
import { getEditableIdea } from "~/features/ideas/idea-queries.server";
import { ideaEditInput } from "~/features/ideas/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";

const scopeOf = (ideaId: number) => `idea:${ideaId}`;

export const loader = page(async ({ ctx, params }) => {
  const idea = await getEditableIdea(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "ideas.edit_title"), idea, draft: await findDraft(ctx, scopeOf(idea.id)) };
});

export const action = command(async ({ ctx, form, params }) => {
  const ideaId = idFrom(params.id);
  await editIdea(ctx, { ideaId, ...parseForm(form, ideaEditInput) });
  await dropDraft(ctx, scopeOf(ideaId));
  return redirect(paths.idea(ideaId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditIdea() {
  const t = useT();
  const { idea, draft } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saving = useDraft(scopeOf(idea.id), draft?.revision ?? 0);
  const labels = { title: t("ideas.title_label"), body: t("ideas.body_label") };
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <h1 className="text-[27px]">{t("ideas.edit_title")}</h1>
      <RulingNote state={idea.state} ruling={idea.ruling} />
      <Form method="post" className="grid gap-5" ref={saving.form} onInput={saving.onInput} onSubmit={saving.onSubmit}>
        <ProblemSummary reply={reply} />
        <StaleNotice reply={reply} labels={labels} />
        <input type="hidden" name="revision" value={revisionOf(reply, idea.revision)} />
        <IdeaFields reply={reply} title={draft?.body.title ?? idea.title} body={draft?.body.body ?? idea.body} />
        <div className="flex flex-wrap items-center gap-3">
          <button className="button">{t("ideas.send_again")}</button>
          <Link to={paths.idea(idea.id)} className="button quiet">
            {t("common.cancel")}
          </Link>
          <DraftNote draft={saving} labels={labels} />
        </div>
      </Form>
    </div>
  );
}
