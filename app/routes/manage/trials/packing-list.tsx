import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { addressLines } from "~/features/parcels/address";
import { readPackingList } from "~/features/parcels/read-addresses.server";
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
  return {
    title: pageTitle(ctx, "fieldwork.packing_list"),
    trialId: trial.id,
    name: localized(trial.name, ctx.locale),
    lines: await readPackingList(ctx, trial.id),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PackingList() {
  const t = useT();
  const { trialId, name, lines } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHead
        title={t("fieldwork.packing_list")}
        back={{ to: paths.trialParcels(trialId), label: name }}
        note={<p className="no-print text-label">{t("fieldwork.packing_list_text")}</p>}
      />
      {lines.length === 0 ? (
        <EmptyState title={t("fieldwork.all_packed")} />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 min-[1300px]:grid-cols-3 print:grid-cols-2">
          {lines.map(({ participantId, codes, address, state }) => (
            <li key={participantId} className="card grid break-inside-avoid content-start gap-2">
              <p className="num flex flex-wrap items-center gap-2 text-[19px] font-bold">
                {codes.join(" → ")}
                <span className="chip no-print ms-auto">{t(`fieldwork.parcel_${state}`)}</span>
              </p>
              <p className="num text-note text-ink-3">{t("fieldwork.parcel_number", { number: String(participantId) })}</p>
              <address className="text-label not-italic">
                <b className="font-semibold">{address.recipient}</b>
                <br />
                {address.mobile}
                {addressLines(address).map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
                {address.note && <span className="block text-ink-2">{address.note}</span>}
              </address>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
