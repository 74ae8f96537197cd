// Above the list of cases: which kind is shown, what can be taken back, and what has happened meanwhile.
import { Form } from "@remix-run/react";
import { caseSubjects, type CaseSubject } from "~/features/moderation/case";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

type Props = {
  kind: CaseSubject | null;
  handledToday: number;
  /** The verdict just given, while it can still be taken back. */
  undoable: { id: number; kind: CaseSubject } | null;
  notice: string | null;
};

export const QueueHead = ({ kind, handledToday, undoable, notice }: Props) => {
  const t = useT();
  return (
    <>
      <div className="flex items-center justify-between gap-3 px-3 py-2 text-label text-ink-2">
        <span>{t("moderation.most_urgent")}</span>
        <span className="num">{t("moderation.handled_today", { count: handledToday })}</span>
      </div>
      <div className="flex flex-wrap gap-1 px-2 pb-2">
        {[null, ...caseSubjects].map((subject) => (
          <a
            key={subject ?? "all"}
            href={paths.queue({ kind: subject ?? undefined })}
            aria-current={subject === kind ? "page" : undefined}
            className="rounded-full px-3 py-1.5 text-label font-semibold text-ink-2 aria-[current=page]:bg-ink aria-[current=page]:text-paper"
          >
            {t(subject ? `moderation.kinds_${subject}` : "moderation.kinds_all")}
          </a>
        ))}
      </div>
      {undoable !== null && (
        <Form
          method="post"
          action={paths.verdictUndo(undoable.id)}
          role="status"
          className="mx-2 mb-2 flex items-center justify-between gap-3 rounded-card bg-leaf-tint p-3"
        >
          <span className="text-label">{t(undoable.kind === "response" ? "moderation.done_response" : "moderation.done")}</span>
          <button data-key="z" className="button quiet small">
            {t("common.undo")}
          </button>
        </Form>
      )}
      {notice && (
        <p role="alert" className="mx-2 mb-2 rounded-card bg-turmeric-tint p-3 text-label text-turmeric-ink">
          {t(`errors.${notice as "already_handled"}`, { name: "" })}
        </p>
      )}
    </>
  );
};
