// Above a part of the draft, for those who write it: who sees to it and what is said about it. Nothing of it is printed.
import { Link } from "@remix-run/react";
import { MessageSquare } from "lucide-react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { AssignmentChip } from "../../assigning/components/assignment-chip";
import { blockHeading } from "../../block-names";
import type { BlockName } from "../../report";
import type { BlockWork } from "../work.server";

type Props = { trialId: number; block: BlockName; work: BlockWork | undefined; isInside?: boolean };

/** `isInside` where it stands in the panel of the answer, so that the first screen stays the answer's. */
export const BlockTools = ({ trialId, block, work, isInside = false }: Props) => {
  const t = useT();
  const name = t(blockHeading(block));
  const count = work?.openComments ?? 0;
  return (
    <p className={`no-print flex flex-wrap items-center gap-x-4 text-note ${isInside ? "text-ink-2" : "justify-end text-ink-3"}`}>
      {work?.assignment && <AssignmentChip assignment={work.assignment} />}
      <Link
        to={paths.reportBlock(trialId, block)}
        className="inline-flex min-h-11 items-center gap-1.5 px-1 font-semibold hover:text-ink"
        aria-label={count > 0 ? t("document.open_comments_on", { count, name }) : t("document.see_to_named", { name })}
      >
        <MessageSquare className="size-4" aria-hidden="true" />
        {count > 0 ? t("document.open_comments", { count }) : t("document.see_to")}
      </Link>
    </p>
  );
};

/** How far the whole report is, behind the line that says what it is. */
export const WorkLine = ({ trialId, work }: { trialId: number; work: { assigned: number; ready: number; openComments: number } }) => {
  const t = useT();
  return (
    <span className="no-print">
      {work.assigned > 0 && (
        <>
          {" · "}
          <Link to={paths.reportOutline(trialId)} className="link">
            {t("document.parts_ready", { ready: work.ready, assigned: work.assigned })}
          </Link>
        </>
      )}
      {work.openComments > 0 && (
        <>
          {" · "}
          <Link to={paths.reportDiscussion(trialId)} className="link">
            {t("document.open_comments", { count: work.openComments })}
          </Link>
        </>
      )}
    </span>
  );
};
