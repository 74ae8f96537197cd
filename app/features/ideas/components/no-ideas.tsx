import { Link } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";

/** Nothing to show: nothing found, nothing of one's own yet, or a board that waits for its first idea. */
export const NoIdeas = ({ q, isMine, board }: { q: string; isMine: boolean; board?: string }) => {
  const t = useT();
  const kind = q ? "search" : isMine ? "mine" : "board";
  const action = isMine ? (
    <Link to={paths.ideas({ board })} className="button quiet">
      {t("ideas.empty_mine_action")}
    </Link>
  ) : (
    <Link to={paths.newIdea({ board, title: q })} className="button quiet">
      {t(q ? "ideas.empty_search_action" : "ideas.empty_board_action")}
    </Link>
  );
  return (
    <EmptyState title={t(`ideas.empty_${kind}_title`)} action={action}>
      <p>{t(`ideas.empty_${kind}_text`)}</p>
    </EmptyState>
  );
};
