import { redirect } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { isStaff } from "~/core/context";
import { NotFound } from "~/core/errors";
import { myNotificationSettings, setNotificationTopic } from "~/features/notifications/inbox.server";
import { isNotificationTopic, notificationTopics, staffTopics } from "~/features/notifications/notification";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { MyPage } from "./my-page";
import { Switch } from "./switch";

export const loader = page(async ({ ctx }) => ({
  title: pageTitle(ctx, "notifications.settings_title"),
  settings: await myNotificationSettings(ctx),
  topics: notificationTopics.filter((topic) => isStaff(ctx.actor) || !staffTopics.includes(topic)),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  const topic = form.get("topic");
  if (!isNotificationTopic(topic)) throw new NotFound("topic");
  await setNotificationTopic(ctx, { topic, byMail: form.get("on") === "true" });
  return redirect(paths.notificationSettings());
});

export default function NotificationSettings() {
  const t = useT();
  const { settings, topics } = useLoaderData<typeof loader>();
  return (
    <MyPage title={t("notifications.settings_title")} lead={t("notifications.settings_lead")}>
      <ul className="card grid divide-y divide-line py-1">
        {topics.map((topic) => (
          <li key={topic} className="py-4">
            <Switch
              name="topic"
              value={topic}
              isOn={settings[topic]}
              label={t(`notifications.topic_${topic}`)}
              help={t(`notifications.topic_${topic}_help`)}
              state={t(settings[topic] ? "notifications.by_mail_on" : "notifications.by_mail_off")}
            />
          </li>
        ))}
      </ul>
      <p className="text-label text-ink-2">{t("notifications.account_mails")}</p>
    </MyPage>
  );
}
