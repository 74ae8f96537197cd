import type { BoardKind } from "../idea";
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PageLink } from "~/ui/page-link";

type Props = { boards: { slug: string; name: LocalizedText; kind: BoardKind }[]; current?: string };

/** The boards there are: pills in a row on a phone, a list beside the ideas at a desk. */
export const BoardLinks = ({ boards, current }: Props) => {
  const t = useT();
  const locale = useLocale();
  const link = (slug: string | undefined, name: string, kind: BoardKind = "ideas") => (
    <li key={slug ?? ""}>
      <PageLink
        to={slug && kind === "statements" ? paths.stances(slug) : paths.ideas({ board: slug })}
        aria-current={slug === current ? "page" : undefined}
        className="flex min-h-11 items-center rounded-full border-[1.5px] border-edge px-4 text-label font-semibold text-ink-2 hover:text-ink aria-[current=page]:border-leaf aria-[current=page]:bg-leaf-tint aria-[current=page]:text-leaf-strong min-[860px]:rounded-control min-[860px]:border-0 min-[860px]:px-3"
      >
        {name}
      </PageLink>
    </li>
  );
  return (
    <nav aria-labelledby="boards" className="min-[860px]:rounded-card min-[860px]:border min-[860px]:border-line min-[860px]:bg-surface min-[860px]:p-3">
      <h2 id="boards" className="sr-only min-[860px]:not-sr-only min-[860px]:mb-1 min-[860px]:px-3 min-[860px]:pt-2 min-[860px]:text-[17px]">
        {t("ideas.boards")}
      </h2>
      <ul className="-mx-5 flex gap-2 overflow-x-auto px-5 py-1 whitespace-nowrap min-[860px]:mx-0 min-[860px]:grid min-[860px]:gap-0.5 min-[860px]:p-0 min-[860px]:whitespace-normal">
        {link(undefined, t("ideas.all_boards"))}
        {boards.map((board) => link(board.slug, localized(board.name, locale), board.kind))}
      </ul>
    </nav>
  );
};
