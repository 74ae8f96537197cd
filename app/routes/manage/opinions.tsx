// Opinion groups of a board of statements, for staff: with seed and fingerprint, so that they can be repeated.
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { LaterProgress } from "~/features/reports/later/later-progress";
import { getBoardOpinions } from "~/features/reports/opinions/board-opinions.server";
import { OpinionView } from "~/features/reports/opinions/opinion-view";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "./layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => ({ title: pageTitle(ctx, "later.opinions_title"), ...(await getBoardOpinions(ctx, idFrom(params.id))) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BoardOpinions() {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { board, hash, people, later, opinions } = useLoaderData<typeof loader>();
  const { result, texts, finishedAt, seed, dataHash } = opinions;
  return (
    <>
      <StaffHead
        title={t("later.opinions_title")}
        back={{ to: paths.stances(board.slug), label: localized(board.name, locale) }}
        note={t("later.opinions_people", { count: people })}
      >
        <Link to={paths.stanceGroups(board.slug)} className="button quiet small">
          {t("later.as_members_see")}
        </Link>
      </StaffHead>
      <LaterProgress
        later={later}
        address={paths.boardComputations(board.id, { hash })}
        action={paths.boardComputations(board.id)}
        here={paths.boardOpinions(board.id)}
      />
      {result ? (
        <OpinionView result={result} texts={texts}>
          <p>
            {t("later.opinions_method", {
              silhouette: format.number(result.silhouette, 2),
              explained: format.percent(result.explained.reduce((sum, share) => sum + share, 0)),
            })}
          </p>
          {result.of > result.n && <p>{t("later.sampled", { n: format.number(result.n), of: format.number(result.of) })}</p>}
          {seed && dataHash && <p className="break-all">{t("later.seeded", { seed, hash: dataHash.slice(0, 12) })}</p>}
          {finishedAt && dataHash !== hash && <p>{t("later.as_of", { date: format.dateTime(finishedAt) })}</p>}
        </OpinionView>
      ) : (
        later.length === 0 && (
          <EmptyState title={t("later.opinions_none")}>
            <p>{t("later.opinions_none_why")}</p>
          </EmptyState>
        )
      )}
    </>
  );
}
