import { useFormat, useT } from "~/i18n/language";
import type { Assignment } from "../assignment";

/** Who sees to a part, by when, and whether it is ready, in one line. */
export const AssignmentChip = ({ assignment: { assignee, dueOn, isReady } }: { assignment: Pick<Assignment, "assignee" | "dueOn" | "isReady"> }) => {
  const t = useT();
  const format = useFormat();
  if (isReady) return <span>{t("document.ready_by", { name: assignee })}</span>;
  return <span>{dueOn ? t("document.seen_to_until", { name: assignee, date: format.date(dueOn) }) : t("document.seen_to", { name: assignee })}</span>;
};
