// The codebook of an open question: themes in the order of their keys, added, renamed, merged and moved.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { getCodebook } from "~/features/themes/codebook-page.server";
import { addTheme, editTheme, mergeThemes, moveTheme } from "~/features/themes/codebook.server";
import { AddTheme, MergedThemes, ThemeInBook } from "~/features/themes/components/codebook";
import { CodingPage, UndoLast } from "~/features/themes/components/coding-head";
import { codebookInput } from "~/features/themes/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, type Reply } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const found = await getCodebook(ctx, idFrom(params.id), url.searchParams.get("question"));
  return { title: pageTitle(ctx, "staff.page_named", { name: localized(found.trial.name, ctx.locale) }), ...found };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { question: questionKey, ...input } = parseForm(form, codebookInput);
  const asked = { trialId, questionKey };
  if (input.act === "add") await addTheme(ctx, { ...asked, ...input });
  if (input.act === "edit") await editTheme(ctx, { ...asked, ...input });
  if (input.act === "merge") await mergeThemes(ctx, { ...asked, ...input });
  if (input.act === "move") await moveTheme(ctx, { ...asked, ...input });
  return redirect(paths.trialThemes(trialId, questionKey));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialThemes() {
  const t = useT();
  const { themes, counts, compared, lastAct, ...frame } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as Reply;
  const { id } = frame.trial;
  const standing = themes.filter(({ mergedInto }) => mergedInto === null);
  const aboutTheme = reply?.values?.themeId;
  return (
    <CodingPage {...frame} to={(question) => paths.trialThemes(id, question)}>
      {({ key }) => (
        <div className="grid max-w-3xl gap-5">
          <ProblemSummary reply={reply} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-[60ch] text-label text-ink-2">{t(compared ? "themes.codebook_note_compared" : "themes.codebook_note")}</p>
            <UndoLast trialId={id} question={key} act={lastAct} />
          </div>
          {standing.length > 0 && (
            <ol className="grid gap-3">
              {standing.map((theme, index) => (
                <ThemeInBook
                  key={theme.id}
                  trialId={id}
                  theme={theme}
                  place={index + 1}
                  others={standing.filter((other) => other.id !== theme.id)}
                  count={counts[theme.id] ?? 0}
                  question={key}
                  reply={aboutTheme === String(theme.id) ? reply : null}
                />
              ))}
            </ol>
          )}
          <AddTheme question={key} reply={aboutTheme ? null : reply} />
          <MergedThemes themes={themes} />
        </div>
      )}
    </CodingPage>
  );
}
