// What the team has not finished, said before a version is published all the same.
import { Link } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { AssignmentChip } from "../../assigning/components/assignment-chip";
import { blockHeading } from "../../block-names";
import type { Work } from "../work.server";

export const BeforePublishing = ({ trialId, work }: { trialId: number; work: Work }) => {
  const t = useT();
  const unfinished = work.blocks.filter(({ openComments, assignment }) => openComments > 0 || (assignment && !assignment.isReady));
  if (unfinished.length + work.elsewhere.length === 0) return null;
  return (
    <section className="grid gap-2 rounded-card border border-line bg-turmeric-tint p-4" aria-labelledby="unfinished">
      <h2 id="unfinished" className="text-[17px]">
        {t("document.unfinished")}
      </h2>
      <ul className="grid">
        {unfinished.map(({ block, openComments, assignment }) => (
          <li key={block} className="flex flex-wrap items-center gap-x-4 text-label">
            <Link to={paths.reportBlock(trialId, block)} className="link inline-flex min-h-11 items-center">
              {t(blockHeading(block))}
            </Link>
            {openComments > 0 && <span>{t("document.open_comments", { count: openComments })}</span>}
            {assignment && !assignment.isReady && <AssignmentChip assignment={assignment} />}
          </li>
        ))}
        {work.elsewhere.map((block) => (
          <li key={block} className="flex flex-wrap items-center gap-x-4 text-label">
            <Link to={paths.reportBlock(trialId, block)} className="link inline-flex min-h-11 items-center">
              {t(blockHeading(block))}
            </Link>
            <span>{t("document.comments_on_left_out")}</span>
          </li>
        ))}
      </ul>
      <p className="text-label text-ink-2">{t("document.unfinished_note")}</p>
    </section>
  );
};
