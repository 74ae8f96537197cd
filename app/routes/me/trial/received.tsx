// The parcel has arrived: asked once more before the first questionnaire opens, then carried out.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { confirmReceipt } from "~/features/trials/confirm-receipt.server";
import { getOwnParticipation } from "~/features/trials/own-participation.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, type Reply } from "~/ui/field";
import { MyPage } from "../my-page";

export const loader = page(async ({ ctx, params }) => {
  const { trial, parcel, codes } = await getOwnParticipation(ctx, idFrom(params.id));
  if (parcel?.state === "received") throw redirect(paths.myTrial(trial.id));
  return { title: pageTitle(ctx, "trials.received_title"), trial, codes };
});

export const action = command(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  await confirmReceipt(ctx, { trialId });
  return redirect(paths.myTrial(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Received() {
  const t = useT();
  const locale = useLocale();
  const { trial, codes } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <MyPage title={t("trials.received_title")} lead={localized(trial.name, locale)}>
      <ProblemSummary reply={reply} />
      <form method="post" className="card grid gap-4">
        <p>{t("trials.received_check", { count: codes.length })}</p>
        <ul className="flex flex-wrap gap-2">
          {codes.toSorted().map((code) => (
            <li key={code} className="chip num text-[17px]">
              {code}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-3">
          <button className="button">{t("trials.received_yes")}</button>
          <a className="button quiet" href={paths.myTrial(trial.id)}>
            {t("trials.not_yet")}
          </a>
        </div>
      </form>
    </MyPage>
  );
}
