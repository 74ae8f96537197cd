// Everything that is one's own, one tap away.
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { Bell, ChevronRight, KeyRound, Lightbulb, Shield, UserRound } from "lucide-react";
import { getMyAccount } from "~/features/accounts/my-account.server";
import { listMyTrials } from "~/features/trials/my-trials.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useRoot } from "~/http/root-data";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Face } from "~/ui/face";
import { Appearance } from "./appearance";
import { MyTrials } from "./my-trials";

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "common.nav_me"), account: await getMyAccount(ctx), trials: await listMyTrials(ctx) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const links = [
  { to: paths.notifications(), key: "notifications", icon: Bell },
  { to: paths.myIdeas(), key: "ideas", icon: Lightbulb },
  { to: paths.myProfile(), key: "profile", icon: UserRound },
  { to: paths.myPrivacy(), key: "privacy", icon: Shield },
  { to: paths.mySessions(), key: "sessions", icon: KeyRound },
] as const;

export default function Me() {
  const t = useT();
  const format = useFormat();
  const { account, trials } = useLoaderData<typeof loader>();
  const { unread } = useRoot();
  return (
    <div className="mx-auto grid max-w-[720px] gap-6">
      <header className="flex items-center gap-4 pt-2">
        <Face name={account.displayName} />
        <div className="min-w-0">
          <h1 className="text-[26px]">{account.displayName}</h1>
          <p className="text-label text-ink-2">{t("accounts.member_since", { date: format.date(account.joinedAt) })}</p>
        </div>
      </header>
      {account.role !== "member" && (
        <a className="button quiet justify-self-start sm:hidden" href={account.role === "moderator" ? paths.queue() : paths.workshop()}>
          {t("common.nav_workshop")}
        </a>
      )}
      <MyTrials trials={trials} />
      <nav aria-label={t("accounts.my_pages")} className="card py-1">
        <ul className="divide-y divide-line">
          {links.map(({ to, key, icon: Icon }) => (
            <li key={to}>
              <a href={to} className="flex min-h-14 items-center gap-4 py-3 hover:text-leaf">
                <Icon className="size-5 flex-none text-ink-3" aria-hidden="true" />
                <span className="grid min-w-0 flex-1">
                  <span className="font-semibold">{t(`accounts.link_${key}`)}</span>
                  <span className="text-note text-ink-3">{t(`accounts.link_${key}_help`)}</span>
                </span>
                {key === "notifications" && unread > 0 && (
                  <span className="chip turmeric num">
                    <span aria-hidden="true">{unread}</span>
                    <span className="sr-only">{t("notifications.unread_count", { count: unread })}</span>
                  </span>
                )}
                <ChevronRight className="size-5 flex-none text-ink-3" aria-hidden="true" />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Appearance />
      <form method="post" action={paths.logout()}>
        <button className="button quiet">{t("common.sign_out")}</button>
      </form>
    </div>
  );
}
