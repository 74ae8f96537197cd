import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";
import type { OfferReason } from "../trial";

type Line = { applicationId: number; state: string; appliedAt: Date | string | null; reason: OfferReason };

/** Who was offered a place in which order, and why, where whoever comes first is served first. */
export const OfferLog = ({ lines, cells }: { lines: readonly Line[]; cells: readonly { id: number; name: LocalizedText }[] }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const why = (reason: OfferReason) =>
    reason.kind === "first_come"
      ? t("fieldwork.reason_first_come", {
          cell: localized(cells.find(({ id }) => id === reason.cellId)?.name, locale) || "–",
          held: reason.held,
          target: reason.target,
        })
      : t(reason.kind === "cells_full" ? "fieldwork.reason_full" : "fieldwork.reason_no_cell");
  return (
    <WideTable label={t("fieldwork.offers")}>
      <table className="table num min-w-[520px]">
        <thead>
          <tr>
            <th scope="col">{t("fieldwork.applicant")}</th>
            <th scope="col">{t("fieldwork.funnel_applied")}</th>
            <th scope="col">{t("fieldwork.outcome")}</th>
            <th scope="col">{t("fieldwork.why")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.applicationId}>
              <th scope="row">{t("fieldwork.applicant_number", { number: String(line.applicationId) })}</th>
              <td>{line.appliedAt ? format.dateTime(line.appliedAt) : "–"}</td>
              <td>{line.state === "accepted" ? t("fieldwork.funnel_accepted") : t(`fieldwork.application_${line.state as "chosen"}`)}</td>
              <td>{why(line.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
};
