// Takes "I have a problem with the product"; shows the form once more when something was missing.
import { redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { once } from "~/features/activity/once.server";
import { complain } from "~/features/trials/complain.server";
import { ComplaintForm } from "~/features/trials/components/complaints";
import { complaintInput } from "~/features/trials/input";
import { parseForm } from "~/http/forms.server";
import { command, leadsTo } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { Reply } from "~/ui/field";
import { MyPage } from "../my-page";

export const loader = leadsTo(paths.myTrial);

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { key, ...complaint } = parseForm(form, complaintInput);
  await once(ctx, { key, use: "complain" }, (inner) => complain(inner, { trialId, ...complaint }));
  return redirect(paths.myTrial(trialId));
});

export default function MyComplaints() {
  const t = useT();
  const { id } = useParams();
  const reply = useActionData() as Reply;
  return (
    <MyPage title={t("trials.complaint_question")}>
      <title>{t("trials.complaint_question")}</title>
      <section className="card">
        <ComplaintForm trialId={Number(id)} formKey={reply?.values?.key ?? ""} reply={reply} />
      </section>
    </MyPage>
  );
}
