// Blind codes to print and stick on: one per prototype of each parcel that still has to be packed or sent. No names and no addresses.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { listParcels } from "~/features/parcels/queries.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial } = await getTrialFrame(ctx, idFrom(params.id));
  const parcels = (await listParcels(ctx, trial.id)).filter(({ state }) => state === "waiting" || state === "packed");
  return {
    title: pageTitle(ctx, "fieldwork.stickers"),
    trialId: trial.id,
    name: localized(trial.name, ctx.locale),
    parcels: parcels.map(({ participantId, codes }) => ({ participantId, codes })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Stickers() {
  const t = useT();
  const { trialId, name, parcels } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHead
        title={t("fieldwork.stickers")}
        back={{ to: paths.trialParcels(trialId), label: name }}
        note={<p className="no-print text-label">{t("fieldwork.stickers_text")}</p>}
      />
      {parcels.length === 0 ? (
        <EmptyState title={t("fieldwork.all_packed")} />
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 print:grid-cols-4">
          {parcels.flatMap(({ participantId, codes }) =>
            codes.map((code, index) => (
              <li key={`${participantId}-${code}`} className="num grid break-inside-avoid justify-items-center rounded-card border border-line-2 p-3">
                <b className="text-[34px] leading-tight font-extrabold">{code}</b>
                <span className="text-note text-ink-3">
                  {t("fieldwork.sticker_place", { number: String(participantId), position: index + 1, total: codes.length })}
                </span>
              </li>
            )),
          )}
        </ul>
      )}
    </>
  );
}
