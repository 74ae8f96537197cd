import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { ParcelTable } from "~/features/parcels/components/parcel-table";
import { packInput, resendInput, returnInput, sendInput } from "~/features/parcels/input";
import { packParcels } from "~/features/parcels/pack-parcels.server";
import { listParcels } from "~/features/parcels/queries.server";
import { resendParcel, returnParcel } from "~/features/parcels/return-parcel.server";
import { sendParcel } from "~/features/parcels/send-parcel.server";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getTrialFrame } from "~/features/trials/frame.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, type Reply } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    now: ctx.now,
    ...frame,
    parcels: await listParcels(ctx, frame.trial.id),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  if (form.has("returnOf")) await returnParcel(ctx, { trialId, participantId: parseForm(form, returnInput).returnOf });
  else if (form.has("resendTo")) await resendParcel(ctx, { trialId, participantId: parseForm(form, resendInput).resendTo });
  else if (form.has("courier")) await sendParcel(ctx, { trialId, ...parseForm(form, sendInput) });
  else await packParcels(ctx, { trialId, ...parseForm(form, packInput) });
  return redirect(paths.trialParcels(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialParcels() {
  const t = useT();
  const { trial, rights, parcels } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const isOpen = parcels.some(({ state }) => state === "waiting" || state === "packed");
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <ProblemSummary reply={reply} />
        {parcels.length === 0 ? (
          <EmptyState title={t("fieldwork.no_parcels_title")}>
            <p>{t("fieldwork.no_parcels_text")}</p>
          </EmptyState>
        ) : (
          <>
            {isOpen && (
              <section className="flex flex-wrap items-center gap-3 rounded-card bg-turmeric-tint p-4">
                <p className="min-w-60 flex-1 text-label">{t("fieldwork.addresses_recorded")}</p>
                <Link to={paths.packingList(trial.id)} className="button small">
                  {t("fieldwork.packing_list")}
                </Link>
                <a href={paths.packingLabelsPdf(trial.id)} className="button quiet small">
                  {t("fieldwork.packing_labels_pdf")}
                </a>
                <a href={paths.packingListCsv(trial.id)} className="button quiet small">
                  {t("fieldwork.packing_list_csv")}
                </a>
              </section>
            )}
            <p className="flex flex-wrap gap-x-5 gap-y-1 text-label">
              <Link to={paths.trialTracking(trial.id)} className="link">
                {t("fieldwork.tracking")}
              </Link>
              {isOpen && (
                <>
                  <Link to={paths.trialStickers(trial.id)} className="link">
                    {t("fieldwork.stickers")}
                  </Link>
                  <a href={paths.stickersPdf(trial.id)} className="link">
                    {t("fieldwork.stickers_pdf")}
                  </a>
                  <a href={paths.stickersCsv(trial.id)} className="link">
                    {t("fieldwork.stickers_csv")}
                  </a>
                </>
              )}
            </p>
            <ParcelTable parcels={parcels} reply={reply} />
          </>
        )}
      </div>
    </TrialFrame>
  );
}
