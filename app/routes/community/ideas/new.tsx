// Sharing an idea: from scratch, or from a remark in a questionnaire.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { DraftNote } from "~/features/ideas/components/draft-note";
import { IdeaFields } from "~/features/ideas/components/idea-fields";
import { SimilarIdeas } from "~/features/ideas/components/similar-ideas";
import { Votes } from "~/features/ideas/components/votes";
import { useDraft } from "~/features/ideas/components/use-draft";
import { useSimilarIdeas } from "~/features/ideas/components/use-similar-ideas";
import { dropDraft } from "~/features/ideas/drafts.server";
import { ideaInput } from "~/features/ideas/input";
import { loadNewIdea, newIdeaScope } from "~/features/ideas/new-idea-page.server";
import { listSimilarIdeas } from "~/features/ideas/search.server";
import { submitIdea } from "~/features/ideas/submit-idea.server";
import { parseForm } from "~/http/forms.server";
import { limitIdea } from "~/http/limits.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, Select, type Reply } from "~/ui/field";

export const loader = page(async ({ ctx, url }) => ({ title: pageTitle(ctx, "ideas.new_title"), form: await loadNewIdea(ctx, url.searchParams) }));

export const action = command(async ({ ctx, form }) => {
  // Without JavaScript a second button shows what is similar and gives the form back as it was.
  if (form.has("check")) return { values: textsOf(form), similar: await listSimilarIdeas(ctx, { text: String(form.get("title") ?? "") }) };
  const { key, fromNoteId, ...idea } = parseForm(form, ideaInput);
  await limitIdea(ctx, key);
  const { ideaId } = await once(ctx, { key, use: "idea:new" }, (inner) => submitIdea(inner, idea));
  await dropDraft(ctx, newIdeaScope({ fromResponseId: idea.fromResponseId, fromNoteId }));
  return redirect(paths.idea(ideaId));
});

const textsOf = (form: FormData) => Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewIdea() {
  const t = useT();
  const locale = useLocale();
  const { form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply: Reply = answer;
  const similar = useSimilarIdeas(answer && "similar" in answer ? answer.similar : form.similar);
  const saving = useDraft(form.scope, form.revision);
  return (
    <Votes id="votes" back={paths.newIdea()} isSignedIn>
      <div className="grid gap-6">
        <div className="grid max-w-[62ch] gap-2.5">
          <h1>{t("ideas.new_title")}</h1>
          <p>{t("ideas.new_lead")}</p>
        </div>
        {form.remark && (
          <figure className="grid max-w-[62ch] gap-1.5 rounded-card bg-turmeric-tint p-4">
            <figcaption className="text-note font-semibold text-turmeric-ink">{t("ideas.from_remark")}</figcaption>
            <blockquote className="quote">“{form.remark}”</blockquote>
          </figure>
        )}
        <Form
          method="post"
          className="grid gap-x-14 gap-y-5 min-[860px]:grid-cols-[minmax(0,1fr)_340px] min-[860px]:[&>*]:col-start-1"
          ref={saving.form}
          onInput={saving.onInput}
          onSubmit={saving.onSubmit}
        >
          <ProblemSummary reply={reply} />
          <input type="hidden" name="key" value={form.onceKey} />
          {form.origin.fromResponseId && <input type="hidden" name="fromResponseId" value={form.origin.fromResponseId} />}
          {form.origin.fromNoteId && <input type="hidden" name="fromNoteId" value={form.origin.fromNoteId} />}
          <Select name="boardId" label={t("ideas.board_label")} reply={reply} defaultValue={form.boardId} required>
            {form.boardId === "" && <option value="">{t("ideas.board_choose")}</option>}
            {form.boards.map((board) => (
              <option key={board.id} value={board.id}>
                {localized(board.name, locale)}
              </option>
            ))}
          </Select>
          <IdeaFields
            reply={reply}
            title={form.title}
            body={form.body}
            onTitle={similar.look}
            afterTitle={<SimilarIdeas ideas={similar.ideas} className="min-[860px]:col-start-2! min-[860px]:row-span-6 min-[860px]:row-start-1" />}
          />
          <p className="text-note text-ink-3">{t("ideas.new_note")}</p>
          <div className="flex flex-wrap items-center gap-3">
            <button className="button">{t("ideas.send")}</button>
            <noscript>
              <button className="button quiet" name="check" value="similar" formNoValidate>
                {t("ideas.check_similar")}
              </button>
            </noscript>
            <DraftNote draft={saving} labels={{ title: t("ideas.title_label"), body: t("ideas.body_label") }} />
          </div>
        </Form>
      </div>
    </Votes>
  );
}
