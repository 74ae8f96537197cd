// How the list is ordered, and a word to look for.
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PageLink } from "~/ui/page-link";
import { ideaSorts, type IdeaSort } from "../idea";

type Props = { board?: string; sort: IdeaSort; q: string; isMine: boolean; isSignedIn: boolean };

const pill =
  "inline-flex min-h-11 items-center rounded-full px-2.5 text-[15px] font-semibold text-ink-2 hover:text-ink sm:px-[15px] aria-[current=page]:bg-ink aria-[current=page]:text-paper";

export const BoardBar = ({ board, sort, q, isMine, isSignedIn }: Props) => {
  const t = useT();
  const current = (isCurrent: boolean) => (isCurrent && !q ? "page" : undefined);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <nav aria-label={t("ideas.order")} className="-ms-1 flex flex-wrap">
        {ideaSorts.map((name) => (
          <PageLink
            key={name}
            to={paths.ideas({ board, sort: name === "trending" ? undefined : name })}
            className={pill}
            aria-current={current(!isMine && sort === name)}
          >
            {t(`ideas.sort_${name}`)}
          </PageLink>
        ))}
        {isSignedIn && (
          <PageLink to={paths.ideas({ board, mine: true })} className={pill} aria-current={current(isMine)}>
            {t("ideas.sort_mine")}
          </PageLink>
        )}
      </nav>
      <form role="search" action={paths.ideas()} className="min-w-0 flex-[1_1_220px]">
        {board && <input type="hidden" name="board" value={board} />}
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          placeholder={t("ideas.search")}
          aria-label={t("ideas.search")}
          className="min-h-11 w-full rounded-full border-[1.5px] border-edge bg-surface px-[18px]"
        />
      </form>
    </div>
  );
};
