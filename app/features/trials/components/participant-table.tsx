// Who takes part and what each has to do next; moderators choose some of them for the acts that help.
import { Form, Link } from "@remix-run/react";
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { WideTable } from "~/ui/wide-table";
import type { BoardRow } from "../participation";

export const useStep = () => {
  const t = useT();
  const format = useFormat();
  return ({ step, isStarted, state, currentCodes, sentAt }: Pick<BoardRow, "step" | "isStarted" | "state" | "currentCodes" | "sentAt">): string => {
    if (step === "ended") return t(`fieldwork.participant_${state as "dropped"}`);
    if (step === "confirm_receipt") return t("fieldwork.step_confirm_receipt", { date: sentAt ? format.shortDate(sentAt) : "–" });
    if (step === "answer")
      return t(isStarted ? "fieldwork.step_answering" : "fieldwork.step_answer", { code: currentCodes.length > 0 ? format.list(currentCodes) : "–" });
    return t(`fieldwork.step_${step}`);
  };
};

const Acts = () => {
  const t = useT();
  return (
    <Form method="post" id="acts" className="flex flex-wrap items-center gap-3 pb-3">
      <p className="text-label text-ink-2">{t("fieldwork.acts_text")}</p>
      <button className="button quiet small" name="act" value="remind">
        {t("fieldwork.act_remind")}
      </button>
      <button className="button danger small" name="act" value="drop">
        {t("fieldwork.act_drop")}
      </button>
    </Form>
  );
};

export const ParticipantTable = ({ trialId, rows, canAct }: { trialId: number; rows: readonly BoardRow[]; canAct: boolean }) => {
  const t = useT();
  const locale = useLocale();
  const stepOf = useStep();
  const nameOf = (row: BoardRow) => row.name ?? t("fieldwork.participant_number", { number: row.number });
  return (
    <>
      {canAct && <Acts />}
      <WideTable label={t("fieldwork.tab_participants")}>
        <table className="table stacks num sm:min-w-[560px]">
          <thead>
            <tr>
              {canAct && (
                <th scope="col" className="w-px">
                  <span className="sr-only">{t("fieldwork.choose")}</span>
                </th>
              )}
              <th scope="col">{t("fieldwork.participant")}</th>
              <th scope="col">{t("fieldwork.cell")}</th>
              <th scope="col">{t("fieldwork.handed_in")}</th>
              <th scope="col">{t("fieldwork.next_step")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {canAct && (
                  <td className="chooses">
                    {(row.state === "accepted" || row.state === "active") && (
                      <input
                        type="checkbox"
                        form="acts"
                        name="participantIds"
                        value={row.id}
                        className="size-5 accent-leaf"
                        aria-label={t("fieldwork.choose_participant", { name: nameOf(row) })}
                      />
                    )}
                  </td>
                )}
                <th scope="row" className="font-semibold text-ink!">
                  <Link to={paths.trialParticipant(trialId, row.id)} className="link">
                    {nameOf(row)}
                  </Link>
                </th>
                <td data-label={t("fieldwork.cell")}>{row.cellName ? localized(row.cellName, locale) : "–"}</td>
                <td data-label={t("fieldwork.handed_in")}>{t("fieldwork.of", { done: row.done, total: row.total })}</td>
                <td data-label={t("fieldwork.next_step")}>
                  <span>
                    {stepOf(row)}
                    {row.isLate && <span className="chip brick ms-2">{t("fieldwork.late")}</span>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
};
