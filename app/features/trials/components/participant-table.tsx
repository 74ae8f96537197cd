import { Form } from "@remix-run/react";
import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";
import type { NextStep, ParticipantState } from "../participation";

export type ParticipantRow = {
  id: number;
  number: number;
  name: string | null;
  state: ParticipantState;
  cellName: LocalizedText | null;
  done: number;
  total: number;
  currentCode: string | null;
  next: NextStep;
  isLate: boolean;
  sentAt: Date | string | null;
  receivedAt: Date | string | null;
};

const useStep = () => {
  const t = useT();
  const format = useFormat();
  return ({ next, state, currentCode, sentAt }: ParticipantRow): string => {
    if (next.kind === "ended") return t(`fieldwork.participant_${state as "dropped"}`);
    if (next.kind === "confirm_receipt") return t("fieldwork.step_confirm_receipt", { date: sentAt ? format.shortDate(sentAt) : "–" });
    if (next.kind === "answer") return t(next.started ? "fieldwork.step_answering" : "fieldwork.step_answer", { code: currentCode ?? "–" });
    return t(`fieldwork.step_${next.kind}`);
  };
};

/** Who takes part and what each has to do next; with `canDrop`, the one act that helps when somebody no longer answers. */
export const ParticipantTable = ({ rows, canDrop }: { rows: readonly ParticipantRow[]; canDrop: boolean }) => {
  const t = useT();
  const locale = useLocale();
  const stepOf = useStep();
  return (
    <WideTable label={t("fieldwork.tab_participants")}>
      <table className="table stacks num sm:min-w-[560px]">
        <thead>
          <tr>
            <th scope="col">{t("fieldwork.participant")}</th>
            <th scope="col">{t("fieldwork.cell")}</th>
            <th scope="col">{t("fieldwork.handed_in")}</th>
            <th scope="col">{t("fieldwork.next_step")}</th>
            {canDrop && <th scope="col">{t("fieldwork.act")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="font-semibold text-ink!">
                {row.name ?? t("fieldwork.participant_number", { number: row.number })}
              </th>
              <td data-label={t("fieldwork.cell")}>{row.cellName ? localized(row.cellName, locale) : "–"}</td>
              <td data-label={t("fieldwork.handed_in")}>{t("fieldwork.of", { done: row.done, total: row.total })}</td>
              <td data-label={t("fieldwork.next_step")}>
                <span>
                  {stepOf(row)}
                  {row.isLate && <span className="chip brick ms-2">{t("fieldwork.late")}</span>}
                </span>
              </td>
              {canDrop && (
                <td>
                  {(row.state === "accepted" || row.state === "active") && (
                    <details>
                      <summary className="link list-none whitespace-nowrap [&::-webkit-details-marker]:hidden">{t("fieldwork.drop_question")}</summary>
                      <Form method="post" className="mt-2 grid max-w-56 gap-2">
                        <input type="hidden" name="participantId" value={row.id} />
                        <p className="text-note text-ink-2">{t("fieldwork.drop_text")}</p>
                        <button className="button danger small justify-self-start">{t("fieldwork.drop")}</button>
                      </Form>
                    </details>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
};
