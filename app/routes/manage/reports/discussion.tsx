import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { blockHeading } from "~/features/reports/block-names";
import { listOpenThreads } from "~/features/reports/discussing/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import { Ago } from "~/ui/time";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, threads } = await listOpenThreads(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "document.discussion_title"), trial: { id: trial.id, name: trial.name }, threads, now: ctx.now };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Discussion() {
  const t = useT();
  const locale = useLocale();
  const { trial, threads, now } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHead
        title={t("document.discussion_title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("document.stays_inside")}</p>}
      />
      {threads.length === 0 && (
        <EmptyState title={t("document.nothing_open")}>
          <p>{t("document.nothing_open_text")}</p>
        </EmptyState>
      )}
      <ul className="grid max-w-3xl">
        {threads.map((thread) => (
          <li key={thread.id} className="relative grid gap-1 border-b border-line py-4 hover:bg-sunken">
            <p className="flex flex-wrap items-baseline gap-x-3 text-label">
              <Link to={`${paths.reportBlock(trial.id, thread.block)}#comment-${thread.id}`} className="font-semibold after:absolute after:inset-0">
                {t(blockHeading(thread.block))}
              </Link>
              <span className="text-ink-2">{thread.author ?? t("common.former_member")}</span>
              <span className="text-note text-ink-3">
                <Ago at={thread.createdAt} now={now} />
              </span>
            </p>
            <p className="line-clamp-3 wrap-anywhere whitespace-pre-line">{thread.body ?? thread.replies.find(({ body }) => body !== null)?.body}</p>
            {thread.replies.length > 0 && <p className="text-note text-ink-3">{t("document.replies", { count: thread.replies.length })}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
