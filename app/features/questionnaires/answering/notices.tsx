// What may stand in the way of an answer: no connection, an ended session, another window.
import type { ReactNode } from "react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

const Notice = ({ title, children }: { title: string; children: ReactNode }) => (
  <section role="status" className="mb-5 grid justify-items-start gap-2 rounded-card bg-turmeric-tint p-4 text-turmeric-ink">
    <h2 className="text-[17px]">{title}</h2>
    {children}
  </section>
);

export const OfflineNotice = ({ onRetry }: { onRetry: () => void }) => {
  const t = useT();
  return (
    <Notice title={t("questions.offline_title")}>
      <p className="text-label">{t("questions.offline_text")}</p>
      <button type="button" className="button quiet small" onClick={onRetry}>
        {t("common.try_again")}
      </button>
    </Notice>
  );
};

export const SignedOutNotice = ({ backTo }: { backTo: string }) => {
  const t = useT();
  return (
    <Notice title={t("questions.signed_out_title")}>
      <p className="text-label">{t("questions.signed_out_text")}</p>
      <a className="button small" href={paths.login(backTo)}>
        {t("common.sign_in")}
      </a>
    </Notice>
  );
};

/** Both answers, theirs first. Saving again keeps one's own; the other is taken by loading the page anew. */
export const ConflictNotice = ({
  theirs,
  mine,
  onTake,
  onKeep,
  takeHref,
}: {
  theirs: string;
  mine: string;
  onTake?: () => void;
  onKeep?: () => void;
  takeHref: string;
}) => {
  const t = useT();
  return (
    <section role="alert" className="mb-5 grid gap-3 rounded-card bg-turmeric-tint p-4">
      <h2 className="text-[17px] text-turmeric-ink">{t("questions.conflict_title")}</h2>
      <dl className="grid gap-3 text-label">
        <div>
          <dt className="text-note text-ink-2">{t("questions.conflict_theirs")}</dt>
          <dd className="font-semibold whitespace-pre-line">{theirs}</dd>
        </div>
        <div>
          <dt className="text-note text-ink-2">{t("questions.conflict_mine")}</dt>
          <dd className="font-semibold whitespace-pre-line">{mine}</dd>
        </div>
      </dl>
      <p className="flex flex-wrap gap-2">
        {onTake ? (
          <button type="button" className="button quiet small" onClick={onTake}>
            {t("questions.conflict_take")}
          </button>
        ) : (
          <a className="button quiet small" href={takeHref}>
            {t("questions.conflict_take")}
          </a>
        )}
        <button type={onKeep ? "button" : "submit"} name={onKeep ? undefined : "go"} value="next" className="button small" onClick={onKeep}>
          {t("questions.conflict_keep")}
        </button>
      </p>
    </section>
  );
};
