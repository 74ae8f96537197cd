import { useT } from "~/i18n/language";
import type { useDraft } from "./use-draft";

type Props = { draft: ReturnType<typeof useDraft>; labels: Record<string, string> };

/** Whether what was typed is safe, and both texts where two places wrote the same draft: the other one first. */
export const DraftNote = ({ draft, labels }: Props) => {
  const t = useT();
  const texts = Object.entries(draft.other?.body ?? {}).filter(([name, text]) => labels[name] && text.trim());
  return (
    <div role="status" className="text-note text-ink-3">
      {draft.state === "saved" && t("ideas.draft_saved")}
      {draft.state === "failed" && (
        <p className="flex flex-wrap items-center gap-x-3 text-brick">
          {t("ideas.draft_failed")}
          <button type="button" className="link min-h-11" onClick={draft.retry}>
            {t("common.try_again")}
          </button>
        </p>
      )}
      {draft.other && (
        <section className="mt-2 grid gap-3 rounded-card bg-turmeric-tint p-4 text-label text-ink">
          <h2 className="text-[17px]">{t("ideas.draft_clash")}</h2>
          {texts.map(([name, text]) => (
            <div key={name}>
              <p className="text-note text-ink-2">{labels[name]}</p>
              <p className="whitespace-pre-line">{text}</p>
            </div>
          ))}
          <p className="flex flex-wrap gap-3">
            <button type="button" className="button small" onClick={draft.keepMine}>
              {t("ideas.draft_keep_mine")}
            </button>
            <button type="button" className="button quiet small" onClick={() => window.location.reload()}>
              {t("ideas.draft_take_other")}
            </button>
          </p>
        </section>
      )}
    </div>
  );
};
