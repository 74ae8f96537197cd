import { redirect } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { Smartphone } from "lucide-react";
import { listMySessions, revokeOtherSessions, revokeSession } from "~/features/accounts/sessions.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Ago } from "~/ui/time";
import { MyPage } from "./my-page";

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "accounts.sessions_title"),
  sessions: await listMySessions(ctx),
  now: ctx.now,
  passwordChanged: url.searchParams.has("changed"),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  const name = form.get("session");
  if (typeof name === "string") await revokeSession(ctx, { name });
  else await revokeOtherSessions(ctx);
  return redirect(paths.mySessions());
});

export default function Sessions() {
  const t = useT();
  const format = useFormat();
  const { sessions, now, passwordChanged } = useLoaderData<typeof loader>();
  const others = sessions.filter((session) => !session.isThisOne);
  return (
    <MyPage
      title={t("accounts.sessions_title")}
      lead={t("accounts.sessions_lead")}
      notice={passwordChanged ? t("accounts.password_changed_notice") : undefined}
    >
      <ul className="card grid divide-y divide-line py-1">
        {sessions.map((session) => {
          const device = session.device || t("accounts.session_unknown");
          return (
            <li key={session.name} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
              <Smartphone className="size-6 flex-none text-ink-3" aria-hidden="true" />
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold">{device}</p>
                <p className="text-note text-ink-3">
                  {t("accounts.session_since", { date: format.date(session.createdAt) })} · {t("accounts.session_seen")}{" "}
                  <Ago at={session.lastSeenAt} now={now} />
                </p>
              </div>
              {session.isThisOne ? (
                <span className="chip leaf">
                  <i />
                  {t("accounts.session_here")}
                </span>
              ) : (
                <form method="post">
                  <input type="hidden" name="session" value={session.name} />
                  <button className="button quiet small min-h-11" aria-label={t("accounts.session_end_of", { device })}>
                    {t("accounts.session_end")}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap gap-3">
        {others.length > 1 && (
          <form method="post">
            <button className="button quiet">{t("accounts.sessions_end_others")}</button>
          </form>
        )}
        <a className="button quiet" href={paths.myPassword()}>
          {t("accounts.change_password_title")}
        </a>
      </div>
    </MyPage>
  );
}
