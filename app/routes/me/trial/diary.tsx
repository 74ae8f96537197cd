// Takes a note for one's diary; shows the form once more when something was missing.
import { redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { NoteForm } from "~/features/trials/components/diary";
import { writeDiaryNote } from "~/features/trials/diary.server";
import { diaryNoteInput } from "~/features/trials/input";
import { parseForm } from "~/http/forms.server";
import { command, leadsTo } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, type Reply } from "~/ui/field";
import { MyPage } from "../my-page";

export const loader = leadsTo(paths.myTrial);

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  await writeDiaryNote(ctx, { trialId, ...parseForm(form, diaryNoteInput) });
  return redirect(`${paths.myTrial(trialId)}#diary`);
});

export default function MyDiary() {
  const t = useT();
  const { id } = useParams();
  const reply = useActionData() as Reply;
  return (
    <MyPage title={t("trials.diary")}>
      <title>{t("trials.diary")}</title>
      <section className="card grid gap-4">
        <ProblemSummary reply={reply} />
        <NoteForm trialId={Number(id)} day={Number(reply?.values?.day ?? 1)} reply={reply} />
      </section>
    </MyPage>
  );
}
