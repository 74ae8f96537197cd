import { useFormat, useT } from "~/i18n/language";
import type { IdeaStatus } from "../idea";
import { StatusChip } from "./status-chip";

type Entry = { id: number; status: IdeaStatus; reason: string; at: Date; by: string | null };

/** Every step with its day and the reason given in public. */
export const StatusHistory = ({ entries }: { entries: Entry[] }) => {
  const t = useT();
  const format = useFormat();
  if (entries.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="history">
      <h2 id="history" className="text-[17px]">
        {t("ideas.history")}
      </h2>
      <ol className="grid gap-3 border-s-2 border-line ps-4">
        {entries.map((entry) => (
          <li key={entry.id} className="grid justify-items-start gap-1 text-label">
            {entry.status === "new" ? <span className="chip">{t("ideas.status_new")}</span> : <StatusChip status={entry.status} />}
            {entry.reason && <p className="max-w-[62ch]">{entry.reason}</p>}
            <p className="text-note text-ink-3">{entry.by ? t("ideas.history_by", { name: entry.by, date: format.date(entry.at) }) : format.date(entry.at)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};
