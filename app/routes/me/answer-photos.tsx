// Takes one photograph for a question and leads back to it; says on a page of its own why it could not be taken.
import { data, redirect } from "@remix-run/node";
import { useActionData, useParams, useSearchParams, type MetaFunction } from "@remix-run/react";
import type { ActionFunctionArgs } from "@remix-run/node";
import { Conflict, Invalid } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { addPhoto, authorizePhoto } from "~/features/questionnaires/add-photo.server";
import { loadResponse } from "~/features/questionnaires/queries.server";
import { limitUpload } from "~/http/limits.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { withUpload } from "~/http/uploads.server";
import type { TranslationKey } from "~/i18n/keys";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

const mostBytes = 12 * 1024 * 1024;

/** Whoever comes here again, such as after signing in anew, is told that the photograph did not arrive and led back. */
export const loader = page(async ({ ctx, params }) => {
  await loadResponse(ctx, idFrom(params.responseId));
  return { title: pageTitle(ctx, "questions.photo_failed_title") };
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

const refuse = (problem: string, status: number) => data({ problem }, { status });

export const action = (args: ActionFunctionArgs) =>
  page(async ({ ctx, request, params, url }) => {
    const responseId = idFrom(params.responseId);
    const key = url.searchParams.get("question") ?? "";
    try {
      await authorizePhoto(ctx, { responseId, key });
      return await withUpload(request, { field: "photo", mostBytes }, async (upload) => {
        if (upload === "too_large") return refuse("photo_too_large", 413);
        if (typeof upload === "string") return refuse("photo_not_added", 422);
        await limitUpload(ctx, upload.bytes);
        const added = await addPhoto(ctx, { responseId, key, path: upload.path });
        if ("problem" in added) return refuse(added.problem, added.problem === "photo_kind" ? 415 : 422);
        return redirect(paths.answer(responseId, key));
      });
    } catch (error) {
      if (error instanceof Invalid) return refuse(Object.values(error.problems)[0]?.key ?? "not_understood", 422);
      if (error instanceof Conflict) return refuse(error.reason.key ?? "stale", 409);
      throw error;
    }
  })(args);

export default function AnswerPhotos() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const { responseId } = useParams();
  const [search] = useSearchParams();
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-[600px] content-center justify-items-start gap-4 px-5">
      <h1>{t("questions.photo_failed_title")}</h1>
      {reply && "problem" in reply && <p role="alert">{t(`errors.${reply.problem}` as TranslationKey)}</p>}
      <a className="button" href={paths.answer(Number(responseId), search.get("question") ?? undefined)}>
        {t("questions.photo_back")}
      </a>
    </main>
  );
}
