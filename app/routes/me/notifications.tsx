import { redirect } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { listMyNotifications, markAllRead } from "~/features/notifications/inbox.server";
import { notificationSentence } from "~/features/notifications/notification";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Ago } from "~/ui/time";
import { MyPage } from "./my-page";

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "notifications.title"),
  inbox: await listMyNotifications(ctx, url.searchParams.get("after")),
  now: ctx.now,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  await markAllRead(ctx, idFrom(form.get("upTo")));
  return redirect(paths.notifications());
});

export default function Notifications() {
  const t = useT();
  const locale = useLocale();
  const { inbox, now } = useLoaderData<typeof loader>();
  if (inbox.items.length === 0) {
    const action = (
      <a className="button" href={paths.ideas()}>
        {t("notifications.empty_action")}
      </a>
    );
    return (
      <MyPage title={t("notifications.title")}>
        <EmptyState title={t("notifications.empty_title")} action={action}>
          {t("notifications.empty_text")}
        </EmptyState>
      </MyPage>
    );
  }
  return (
    <MyPage title={t("notifications.title")} lead={t("notifications.lead")}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <a className="link py-2.5 text-label" href={paths.notificationSettings()}>
          {t("notifications.settings_link")}
        </a>
        {inbox.items.some((entry) => !entry.isRead) && (
          <form method="post">
            <input type="hidden" name="upTo" value={Math.max(...inbox.items.map((entry) => entry.id))} />
            <button className="button quiet small min-h-11">{t("notifications.mark_all_read")}</button>
          </form>
        )}
      </div>
      <ul className="card grid divide-y divide-line py-1">
        {inbox.items.map((entry) => (
          <li key={entry.id}>
            <form method="post" action={paths.notification(entry.id)}>
              <button className="grid w-full grid-cols-[10px_1fr] items-baseline gap-x-3 py-4 text-start hover:text-leaf">
                <span aria-hidden="true" className={entry.isRead ? "" : "size-2.5 rounded-full bg-turmeric"} />
                <span className="grid gap-0.5">
                  <span className={entry.isRead ? "text-ink-2" : "font-semibold"}>
                    {!entry.isRead && <span className="sr-only">{t("notifications.unread")}: </span>}
                    {notificationSentence(t, locale, entry)}
                  </span>
                  <span className="text-note text-ink-3">
                    <Ago at={entry.createdAt} now={now} />
                  </span>
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {inbox.next && (
        <a className="button quiet justify-self-start" href={paths.notifications(inbox.next)}>
          {t("common.more")}
        </a>
      )}
    </MyPage>
  );
}
