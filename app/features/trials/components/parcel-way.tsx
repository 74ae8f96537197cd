import { Check } from "lucide-react";
import type { ParcelState } from "~/features/parcels/parcel";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";

type Parcel = { state: ParcelState; courier: string; trackingNumber: string; sentAt: Date | string | null; receivedAt: Date | string | null };

const stations = ["waiting", "packed", "sent", "received"] as const;

/** The way of the parcel so far, and the one step that is the participant's own. */
export const ParcelWay = ({ trialId, parcel, canConfirm }: { trialId: number; parcel: Parcel; canConfirm: boolean }) => {
  const t = useT();
  const format = useFormat();
  const reached = stations.findIndex((station) => station === parcel.state);
  return (
    <section className="card grid gap-4" aria-labelledby="parcel">
      <h2 id="parcel">{t("trials.parcel")}</h2>
      {parcel.state === "returned" && <p className="text-label text-brick">{t("trials.returned_text")}</p>}
      <ol className="grid grid-cols-4">
        {stations.map((station, index) => (
          <li key={station} className="relative grid justify-items-center gap-1.5 text-center" aria-current={index === reached ? "step" : undefined}>
            {index > 0 && (
              <span
                aria-hidden="true"
                className={`absolute end-[calc(50%+12px)] top-[11px] h-0.5 w-[calc(100%-24px)] ${index <= reached ? "bg-leaf" : "bg-line"}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`relative grid size-6 place-items-center rounded-full border-2 ${index <= reached ? "border-leaf bg-leaf text-on-leaf" : "border-line-2 bg-surface"}`}
            >
              {index <= reached && <Check className="size-3.5" strokeWidth={3} />}
            </span>
            <span className={`px-0.5 text-note leading-tight ${index === reached ? "font-semibold" : "text-ink-3"}`}>{t(`trials.parcel_${station}`)}</span>
          </li>
        ))}
      </ol>
      {parcel.state === "sent" && (
        <>
          <p className="text-label text-ink-2">
            {parcel.sentAt && t("trials.sent_with", { courier: parcel.courier, date: format.date(parcel.sentAt) })}
            {parcel.trackingNumber && (
              <>
                <br />
                {t("trials.tracking", { number: parcel.trackingNumber })}
              </>
            )}
          </p>
          {canConfirm && (
            <a className="button justify-self-start" href={paths.confirmReceipt(trialId)}>
              {t("trials.i_received_it")}
            </a>
          )}
        </>
      )}
      {parcel.state === "received" && parcel.receivedAt && (
        <p className="text-label text-ink-2">{t("trials.received_on", { date: format.date(parcel.receivedAt) })}</p>
      )}
    </section>
  );
};
