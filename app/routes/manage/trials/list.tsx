import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { localized } from "~/core/locale";
import { StateChip } from "~/features/trials/components/trial-frame";
import { listTrialsToRun } from "~/features/trials/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "fieldwork.title"),
  trials: await listTrialsToRun(ctx, { after: url.searchParams.get("after") }),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ManageTrials() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { trials } = useLoaderData<typeof loader>();
  const create = (
    <Link to={paths.newTrial()} className="button small">
      <Plus className="size-4" aria-hidden="true" />
      {t("fieldwork.new_trial")}
    </Link>
  );
  return (
    <>
      <StaffHead title={t("fieldwork.title")}>
        <Link to={paths.importTrial()} className="button quiet small">
          {t("fieldwork.import_study")}
        </Link>
        {trials.items.length > 0 && create}
      </StaffHead>
      {trials.items.length === 0 ? (
        <EmptyState title={t("fieldwork.empty_title")} action={create}>
          <p>{t("fieldwork.empty_text")}</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {trials.items.map((trial) => (
            <li key={trial.id} className="relative grid items-center gap-x-6 gap-y-1 px-5 py-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_auto]">
              <div>
                <h2 className="text-[17px]">
                  <Link to={paths.manageTrial(trial.id)} className="after:absolute after:inset-0">
                    {localized(trial.name, locale)}
                  </Link>
                </h2>
                <p className="text-label text-ink-2">
                  {localized(trial.productName, locale)}
                  {trial.isImported && ` · ${t("fieldwork.imported")}`}
                  {trial.state === "recruiting" && trial.applyUntil && ` · ${t("fieldwork.applying_until", { date: format.shortDate(trial.applyUntil) })}`}
                  {trial.state === "fieldwork" &&
                    trial.fieldworkUntil &&
                    ` · ${t("fieldwork.running_until", { date: format.shortDate(trial.fieldworkUntil) })}`}
                </p>
              </div>
              <StateChip state={trial.state} />
            </li>
          ))}
        </ul>
      )}
      {trials.next && (
        <p className="mt-6">
          <Link className="link" to={`?after=${trials.next}`}>
            {t("common.more")}
          </Link>
        </p>
      )}
    </>
  );
}
