// What a moderator told the author, and what the author can do now.
import type { ReactNode } from "react";
import { useT } from "~/i18n/language";
import type { PublicationState } from "../idea";

type Ruling = { verdict: string; reason: string; message: string } | null;

export const RulingNote = ({ state, ruling, children }: { state: PublicationState; ruling: Ruling; children?: ReactNode }) => {
  const t = useT();
  if (state === "published") return null;
  const speaks = state !== "pending" && ruling && ruling.verdict !== "approve" ? ruling : null;
  return (
    <section
      className={`grid gap-2 rounded-card p-4 ${state === "pending" ? "bg-lagoon-tint" : state === "changes_asked" ? "bg-turmeric-tint" : "bg-brick-tint"}`}
    >
      <h2 className="text-[17px]">{t(`ideas.ruling_${state}`)}</h2>
      {state === "pending" && <p className="text-label text-ink-2">{t("ideas.ruling_pending_text")}</p>}
      {speaks?.reason && <p className="text-label">{t(`ideas.reason_${speaks.reason as "other"}`)}</p>}
      {speaks?.message && (
        <p className="text-label whitespace-pre-line">
          <b className="font-semibold">{t("ideas.moderator_wrote")}</b> {speaks.message}
        </p>
      )}
      {children}
    </section>
  );
};
