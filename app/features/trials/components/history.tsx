import { useT } from "~/i18n/language";
import { Ago } from "~/ui/time";
import type { TrialEvent, TrialState } from "../trial";

type Row = { id: number; state: TrialState; event: TrialEvent; reason: string; at: Date | string; by: string | null };

/** How the trial came to where it is. */
export const History = ({ rows, now }: { rows: readonly Row[]; now: Date | string }) => {
  const t = useT();
  return (
    <section className="grid gap-3" aria-labelledby="history">
      <h2 id="history" className="text-[17px]">
        {t("fieldwork.history")}
      </h2>
      <ol className="ms-1.5 grid gap-3 border-s-2 border-line ps-4 text-label">
        {rows.map((row) => (
          <li
            key={row.id}
            className="relative before:absolute before:-start-[22px] before:top-1.5 before:size-2.5 before:rounded-full before:border-[2.5px] before:border-leaf before:bg-paper"
          >
            {row.event === "moved" ? t(`fieldwork.state_${row.state}`) : t(`fieldwork.event_${row.event}`)}
            <p className="text-note text-ink-3">
              {row.by && `${row.by} · `}
              <Ago at={row.at} now={now} />
            </p>
            {row.reason && <p className="text-note whitespace-pre-line text-ink-2">{row.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
};
