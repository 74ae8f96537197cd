import { useEffect, useState } from "react";
import { useT } from "~/i18n/language";
import type { OutboxState } from "./outbox";

/** Whether everything has arrived. "Saving" is only said when it takes longer than a moment. */
export const StatusChip = ({ status }: { status: OutboxState["status"] }) => {
  const t = useT();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(status === "saving"), status === "saving" ? 300 : 0);
    return () => clearTimeout(timer);
  }, [status]);
  const isWaiting = status === "waiting" || status === "signed_out";
  const isSaving = status === "saving" && isSlow;
  return (
    <span role="status" className="min-h-[26px]">
      {status !== "idle" && (
        <span className={`chip ${isWaiting ? "turmeric" : isSaving ? "" : "leaf"}`}>
          <i />
          {t(isWaiting ? "questions.status_offline" : isSaving ? "questions.status_saving" : "questions.status_saved")}
        </span>
      )}
    </span>
  );
};
