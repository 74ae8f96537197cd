import { Link } from "@remix-run/react";
import type { QueueEntry } from "../queries.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";

/** Brick for what is flagged or watched, turmeric for what is held for a reason, grey for routine. */
const urgency = (priority: number) => (priority >= 40 ? "bg-brick" : priority >= 15 ? "bg-turmeric" : "bg-line-2");

/** The open cases, most urgent first; the selected one carries `aria-current`. */
export const CaseList = ({ entries, selected, kind, now }: { entries: QueueEntry[]; selected: number | null; kind: string | null; now: Date }) => {
  const t = useT();
  const format = useFormat();
  return (
    <ul className="grid gap-0.5">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Link
            to={paths.queue({ case: entry.id, kind: kind ?? undefined })}
            preventScrollReset
            aria-current={entry.id === selected ? "true" : undefined}
            className="grid grid-cols-[6px_1fr] gap-3 rounded-[10px] p-3 hover:bg-sunken aria-[current=true]:bg-leaf-tint"
          >
            <i className={`rounded-full ${urgency(entry.priority)}`} />
            <span className="min-w-0">
              <b className="line-clamp-2 text-[15px] leading-snug font-semibold">{entry.title}</b>
              <span className="flex flex-wrap gap-x-2 text-note text-ink-3">
                <span>{t(`moderation.kind_${entry.subjectKind}`)}</span>
                <span className="num">{format.relative(entry.openedAt, now)}</span>
                {entry.reasons.slice(0, 2).map((reason) => (
                  <span key={reason.key}>{t(`moderation.reason_${reason.key}`, { count: 1, ...reason.values })}</span>
                ))}
              </span>
              {entry.claimedBy && <span className="text-note font-semibold text-turmeric-ink">{t("moderation.claimed_by", { name: entry.claimedBy })}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
