import { Check } from "lucide-react";
import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import type { DrawReason } from "~/statistics/allocation";
import { Ago } from "~/ui/time";

type Entry = { applicationId: number; name: string | null; drawNumber: number; cellId: number | null; outcome: "chosen" | "waiting"; reason: DrawReason };
type Wave = {
  number: number;
  seed: string;
  algorithm: string;
  places: number;
  chosen: number;
  waiting: number;
  isReplayed: boolean;
  drawnAt: Date | string;
  drawnBy: string | null;
  entries: readonly Entry[];
};
type Cells = readonly { id: number; name: LocalizedText }[];

const useReason = () => {
  const t = useT();
  return (reason: DrawReason): string => {
    switch (reason.kind) {
      case "emptiest-open-cell":
        return t("fieldwork.reason_emptiest", { held: reason.held, target: reason.target });
      case "opened-by-moves":
        return t("fieldwork.reason_moves", { count: reason.moves.length });
      case "no-places-left":
        return t("fieldwork.reason_no_places");
      case "cells-full":
        return t("fieldwork.reason_full");
      case "no-cell-fits":
        return t("fieldwork.reason_no_cell");
    }
  };
};

/** One wave with its log: every applicant in the order drawn, with the reason. */
export const WaveLog = ({ wave, cells, now }: { wave: Wave; cells: Cells; now: Date | string }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const reasonOf = useReason();
  const cellName = (id: number | null) => localized(cells.find((cell) => cell.id === id)?.name, locale) || "–";
  return (
    <article className="card grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>{t("fieldwork.wave_number", { number: wave.number })}</h3>
        <p className="text-note text-ink-3">
          {wave.drawnBy && `${wave.drawnBy} · `}
          <Ago at={wave.drawnAt} now={now} />
        </p>
      </div>
      <p>{t("fieldwork.wave_result", { chosen: format.number(wave.chosen), waiting: format.number(wave.waiting), places: format.number(wave.places) })}</p>
      <p className="flex items-start gap-2 text-note text-ink-2">
        <Check className={`mt-0.5 size-4 flex-none ${wave.isReplayed ? "text-leaf" : "hidden"}`} aria-hidden="true" />
        <span className="min-w-0 wrap-anywhere">
          {t(wave.isReplayed ? "fieldwork.replays" : "fieldwork.does_not_replay")}{" "}
          <span className="text-ink-3">{t("fieldwork.seed", { seed: wave.seed, algorithm: wave.algorithm })}</span>
        </span>
      </p>
      <details>
        <summary className="min-h-10 content-center text-label font-semibold">{t("fieldwork.wave_log")}</summary>
        <div className="max-h-96 overflow-auto">
          <table className="table stacks num sm:min-w-[520px]">
            <thead>
              <tr>
                <th scope="col">{t("fieldwork.draw_number")}</th>
                <th scope="col">{t("fieldwork.applicant")}</th>
                <th scope="col">{t("fieldwork.outcome")}</th>
                <th scope="col">{t("fieldwork.cell")}</th>
                <th scope="col">{t("fieldwork.why")}</th>
              </tr>
            </thead>
            <tbody>
              {wave.entries.map((entry) => (
                <tr key={entry.applicationId}>
                  <td data-label={t("fieldwork.draw_number")}>{entry.drawNumber}</td>
                  <th scope="row" className="text-ink!">
                    {entry.name ?? t("fieldwork.applicant_number", { number: String(entry.applicationId) })}
                  </th>
                  <td data-label={t("fieldwork.outcome")}>{t(`fieldwork.outcome_${entry.outcome}`)}</td>
                  <td data-label={t("fieldwork.cell")}>{cellName(entry.cellId)}</td>
                  <td data-label={t("fieldwork.why")}>{reasonOf(entry.reason)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </article>
  );
};
