// Every parcel with where it is and the one act that moves it on. Packing is done for many at once, sending one by one.
import { Form } from "@remix-run/react";
import { useFormat, useT } from "~/i18n/language";
import { TextField, type Reply } from "~/ui/field";
import { WideTable } from "~/ui/wide-table";
import type { ParcelState } from "../parcel";

type Parcel = {
  participantId: number;
  displayName: string | null;
  state: ParcelState;
  courier: string;
  trackingNumber: string;
  sentAt: Date | string | null;
  receivedAt: Date | string | null;
  codes: readonly string[];
};

const tone: Record<ParcelState, string> = { waiting: "chip turmeric", packed: "chip lagoon", sent: "chip", received: "chip leaf", returned: "chip brick" };

const Send = ({ parcel, reply }: { parcel: Parcel; reply: Reply }) => {
  const t = useT();
  const isThis = reply?.values?.participantId === String(parcel.participantId);
  return (
    <details open={isThis || undefined}>
      <summary className="link list-none whitespace-nowrap [&::-webkit-details-marker]:hidden">{t("fieldwork.send")}</summary>
      <Form method="post" className="mt-2 grid max-w-64 gap-3">
        <input type="hidden" name="participantId" value={parcel.participantId} />
        <TextField name="courier" label={t("fieldwork.courier")} list="couriers" required maxLength={60} reply={isThis ? reply : undefined} />
        <TextField name="trackingNumber" label={t("fieldwork.tracking_number")} maxLength={60} reply={isThis ? reply : undefined} optional />
        <button className="button small justify-self-start">{t("fieldwork.mark_sent")}</button>
      </Form>
    </details>
  );
};

export const ParcelTable = ({ parcels, reply }: { parcels: readonly Parcel[]; reply: Reply }) => {
  const t = useT();
  const format = useFormat();
  const waiting = parcels.filter(({ state }) => state === "waiting");
  return (
    <section className="card grid gap-3">
      <datalist id="couriers">
        {["JNE", "J&T Express", "SiCepat", "AnterAja", "Pos Indonesia", "Ninja Xpress", "TIKI"].map((courier) => (
          <option key={courier} value={courier} />
        ))}
      </datalist>
      {waiting.length > 0 && (
        <Form method="post" id="pack" className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-label text-ink-2">{t("fieldwork.pack_text", { count: waiting.length })}</p>
          <button className="button small">{t("fieldwork.mark_packed")}</button>
        </Form>
      )}
      <WideTable label={t("fieldwork.tab_parcels")}>
        <table className="table stacks num sm:min-w-[640px]">
          <thead>
            <tr>
              {waiting.length > 0 && (
                <th scope="col" className="w-px">
                  <span className="sr-only">{t("fieldwork.choose")}</span>
                </th>
              )}
              <th scope="col">{t("fieldwork.participant")}</th>
              <th scope="col">{t("fieldwork.codes_in_order")}</th>
              <th scope="col">{t("fieldwork.parcel_state")}</th>
              <th scope="col">{t("fieldwork.act")}</th>
            </tr>
          </thead>
          <tbody>
            {parcels.map((parcel) => (
              <tr key={parcel.participantId}>
                {waiting.length > 0 && (
                  <td className="chooses">
                    {parcel.state === "waiting" && (
                      <input
                        type="checkbox"
                        form="pack"
                        name="participantIds"
                        value={parcel.participantId}
                        defaultChecked
                        className="size-5 accent-leaf"
                        aria-label={t("fieldwork.choose_parcel", { name: parcel.displayName ?? "–" })}
                      />
                    )}
                  </td>
                )}
                <th scope="row" className="text-ink!">
                  {parcel.displayName ?? "–"}{" "}
                  <span className="font-normal text-ink-3">{t("fieldwork.parcel_number", { number: String(parcel.participantId) })}</span>
                </th>
                <td data-label={t("fieldwork.codes_in_order")}>{parcel.codes.join(" → ")}</td>
                <td data-label={t("fieldwork.parcel_state")}>
                  <span>
                    <span className={tone[parcel.state]}>{t(`fieldwork.parcel_${parcel.state}`)}</span>
                    {parcel.sentAt && (
                      <span className="mt-1 block text-note text-ink-3">
                        {[parcel.courier, parcel.trackingNumber, format.shortDate(parcel.receivedAt ?? parcel.sentAt)].filter(Boolean).join(" · ")}
                      </span>
                    )}
                  </span>
                </td>
                <td>
                  {parcel.state === "packed" && <Send parcel={parcel} reply={reply} />}
                  {(parcel.state === "sent" || parcel.state === "returned") && (
                    <Form method="post">
                      <button className="link min-h-10 text-label" name={parcel.state === "sent" ? "returnOf" : "resendTo"} value={parcel.participantId}>
                        {t(parcel.state === "sent" ? "fieldwork.mark_returned" : "fieldwork.send_again")}
                      </button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
};
