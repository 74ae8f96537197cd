import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChangeCard } from "~/features/reports/changes/components/change-card";
import { listChanges } from "~/features/reports/changes/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "changes.title"),
  changes: await listChanges(ctx, { after: url.searchParams.get("after") }),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Changes() {
  const t = useT();
  const { changes } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-6">
      <header className="grid gap-2 pt-3">
        <h1>{t("changes.title")}</h1>
        <p className="max-w-[58ch] text-ink-2">{t("changes.intro")}</p>
      </header>
      {changes.items.length === 0 ? (
        <EmptyState
          title={t("changes.empty_title")}
          action={
            <Link to={paths.ideas()} className="button">
              {t("changes.empty_action")}
            </Link>
          }
        >
          <p>{t("changes.empty_text")}</p>
        </EmptyState>
      ) : (
        <ul className="grid items-start gap-5 min-[860px]:grid-cols-2">
          {changes.items.map((change) => (
            <li key={change.id} className="grid">
              <ChangeCard change={change} href={paths.change(change.id)} namesProduct />
            </li>
          ))}
        </ul>
      )}
      {changes.next && (
        <Link to={paths.changes(changes.next)} className="button quiet justify-self-center">
          {t("common.more")}
        </Link>
      )}
    </div>
  );
}
