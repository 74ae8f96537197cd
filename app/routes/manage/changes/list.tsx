import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { localized } from "~/core/locale";
import { listTeamChanges } from "~/features/reports/changes/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import { Day } from "~/ui/time";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "changes.title"),
  changes: await listTeamChanges(ctx, url.searchParams.get("after")),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ManageChanges() {
  const t = useT();
  const locale = useLocale();
  const { changes } = useLoaderData<typeof loader>();
  const add = (
    <Link to={paths.newChange()} className="button small">
      <Plus className="size-4" aria-hidden="true" />
      {t("reports.change_new")}
    </Link>
  );
  return (
    <>
      <StaffHead title={t("changes.title")} note={<p>{t("reports.change_manage_note")}</p>}>
        {changes.items.length > 0 && add}
      </StaffHead>
      {changes.items.length === 0 ? (
        <EmptyState title={t("reports.change_manage_empty_title")} action={add}>
          <p>{t("reports.change_manage_empty_text")}</p>
        </EmptyState>
      ) : (
        <ul className="grid max-w-4xl">
          {changes.items.map((change) => (
            <li key={change.id} className="grid items-center gap-x-4 gap-y-1.5 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
              <div className="min-w-0">
                <Link to={paths.manageChange(change.id)} className="font-semibold hover:underline">
                  {localized(change.title, locale)}
                </Link>
                <p className="text-label text-ink-2">
                  {localized(change.product, locale)} · {t("reports.change_voices_short", { count: change.voices })}
                </p>
              </div>
              {change.publishedAt ? (
                <span className="chip leaf justify-self-start">
                  <i />
                  {t("reports.change_published")} <Day at={change.publishedAt} />
                </span>
              ) : (
                <span className="chip justify-self-start">{t("reports.change_draft")}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {changes.next && (
        <Link to={paths.manageChanges(changes.next)} className="button quiet small mt-4">
          {t("common.more")}
        </Link>
      )}
    </>
  );
}
