// Takes one photograph for a note in the diary and leads back; says why it could not be taken.
import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { Conflict } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { addDiaryPhoto, authorizeDiaryPhoto } from "~/features/trials/add-diary-photo.server";
import { limitUpload } from "~/http/limits.server";
import { leadsTo, page } from "~/http/route.server";
import { withUpload } from "~/http/uploads.server";
import type { TranslationKey } from "~/i18n/keys";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { MyPage } from "../my-page";

const mostBytes = 12 * 1024 * 1024;

export const loader = leadsTo(paths.myTrial);

export const action = (args: ActionFunctionArgs) =>
  page(async ({ ctx, request, params, edge }) => {
    const refuse = (problem: string, status: number) => {
      edge.isFormBack = true;
      return data({ problem }, { status });
    };
    const noteId = idFrom(params.noteId);
    try {
      await authorizeDiaryPhoto(ctx, noteId);
      return await withUpload(request, { field: "photo", mostBytes }, async (upload) => {
        if (upload === "too_large") return refuse("photo_too_large", 413);
        if (typeof upload === "string") return refuse("photo_not_added", 422);
        await limitUpload(ctx, upload.bytes);
        const added = await addDiaryPhoto(ctx, { noteId, path: upload.path });
        if ("problem" in added) return refuse(added.problem, added.problem === "photo_kind" ? 415 : 422);
        return redirect(`${paths.myTrial(idFrom(params.id))}#diary`);
      });
    } catch (error) {
      if (error instanceof Conflict) return refuse(error.reason.key ?? "stale", 409);
      throw error;
    }
  })(args);

export default function DiaryPhoto() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const { id } = useParams();
  return (
    <MyPage title={t("trials.diary")}>
      <title>{t("trials.diary")}</title>
      {reply && "problem" in reply && <p role="alert">{t(`errors.${reply.problem}` as TranslationKey)}</p>}
      <a className="button justify-self-start" href={paths.myTrial(Number(id))}>
        {t("common.back")}
      </a>
    </MyPage>
  );
}
