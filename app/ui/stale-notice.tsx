// After a colleague was faster: both texts, theirs first. Saving again keeps one's own, which is what the fields hold.
import { useT } from "~/i18n/language";

type StaleReply = { values?: Record<string, string>; current?: { revision: number; values: Record<string, string> } } | undefined | null;

/** The revision that the form is to be sent with: the one the person has seen. */
export const revisionOf = (reply: StaleReply, loaded: number): number => reply?.current?.revision ?? loaded;

/** `labels` names the fields that are compared, by field name. */
export const StaleNotice = ({ reply, labels }: { reply: StaleReply; labels: Record<string, string> }) => {
  const t = useT();
  if (!reply?.current) return null;
  const { current, values = {} } = reply;
  const differing = Object.keys(labels).filter((name) => name in current.values && (current.values[name] ?? "").trim() !== (values[name] ?? "").trim());
  if (differing.length === 0) return null;
  return (
    <section className="grid gap-4 rounded-card border border-line bg-turmeric-tint p-4" aria-label={t("common.stale_heading")}>
      <h2 className="text-[17px]">{t("common.stale_heading")}</h2>
      {differing.map((name) => (
        <div key={name} className="grid gap-2">
          <h3 className="text-label">{labels[name]}</h3>
          <dl className="grid gap-3 text-label sm:grid-cols-2">
            <div>
              <dt className="text-note text-ink-3">{t("common.stale_theirs")}</dt>
              <dd className="whitespace-pre-line">{current.values[name] || "–"}</dd>
            </div>
            <div>
              <dt className="text-note text-ink-3">{t("common.stale_yours")}</dt>
              <dd className="whitespace-pre-line">{values[name] || "–"}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  );
};
