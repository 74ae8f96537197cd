import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { localized } from "~/core/locale";
import { listMyBlocks } from "~/features/reports/assigning/queries.server";
import { blockHeading } from "~/features/reports/block-names";
import { listOverdueDecisions } from "~/features/reports/deciding/decisions.server";
import { findWorkshopCounts, listWaiting, type WaitingKind } from "~/features/trials/workshop.server";
import { pageTitle } from "~/http/page-title.server";
import { useRoot } from "~/http/root-data";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "./layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx }) => ({
  title: pageTitle(ctx, "staff.nav_start"),
  waiting: await listWaiting(ctx),
  overdue: await listOverdueDecisions(ctx),
  blocks: await listMyBlocks(ctx),
  ...(await findWorkshopCounts(ctx)),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const ways: Record<WaitingKind, (trialId: number) => string> = {
  finish_draft: paths.manageTrial,
  draw: paths.trialWaves,
  close_applying: paths.manageTrial,
  pack: paths.trialParcels,
  send: paths.trialParcels,
  end_fieldwork: paths.manageTrial,
  write_report: paths.report,
};

const Row = ({ to, title, about }: { to: string; title: string; about: string }) => (
  <li className="relative flex items-center gap-4 px-5 py-4 hover:bg-sunken">
    <div className="min-w-0 flex-1">
      <Link to={to} className="font-semibold after:absolute after:inset-0">
        {title}
      </Link>
      <p className="text-label text-ink-2">{about}</p>
    </div>
    <ChevronRight className="size-5 flex-none text-ink-3" aria-hidden="true" />
  </li>
);

export default function Workshop() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { person } = useRoot();
  const { waiting, overdue, blocks, queue } = useLoaderData<typeof loader>();
  const isEmpty = waiting.length === 0 && overdue.length === 0 && blocks.length === 0 && !queue;
  return (
    <div className="max-w-3xl">
      <StaffHead title={t("staff.hello", { name: person?.displayName ?? "" })} note={isEmpty ? undefined : <p>{t("staff.waiting_lead")}</p>} />
      {isEmpty ? (
        <EmptyState
          title={t("staff.nothing_waits")}
          action={
            <Link to={paths.manageTrials()} className="button small">
              {t("staff.to_trials")}
            </Link>
          }
        >
          <p>{t("staff.nothing_waits_text")}</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {queue !== null && queue > 0 && <Row to={paths.queue()} title={t("staff.wait_queue", { count: queue })} about={t("staff.nav_queue")} />}
          {overdue.map(({ id, trialId, number, trial, finding, dueOn, owner }) => (
            <Row
              key={`decision ${id}`}
              to={`${paths.reportDecisions(trialId, number)}#decision-${id}`}
              title={t("themes.wait_decision", { finding: localized(finding, locale) || localized(trial, locale) })}
              about={[localized(trial, locale), owner, t("themes.due_on", { date: format.date(dueOn) })].filter(Boolean).join(" · ")}
            />
          ))}
          {blocks.map(({ trialId, trial, block, dueOn }) => (
            <Row
              key={`block ${trialId} ${block}`}
              to={paths.reportBlock(trialId, block)}
              title={t("document.wait_block", { name: t(blockHeading(block)) })}
              about={[localized(trial, locale), dueOn && t("themes.due_on", { date: format.date(dueOn) })].filter(Boolean).join(" · ")}
            />
          ))}
          {waiting.map(({ kind, count, trialId, name }) => (
            <Row key={`${kind} ${trialId}`} to={ways[kind](trialId)} title={t(`staff.wait_${kind}`, { count })} about={localized(name, locale)} />
          ))}
        </ul>
      )}
    </div>
  );
}
