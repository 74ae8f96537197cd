// The frame of every page that members and visitors see.
import { Outlet } from "@remix-run/react";
import { Lightbulb, Package, House, User, Sparkles } from "lucide-react";
import { useRoot } from "~/http/root-data";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Face } from "~/ui/face";
import { useKeptFields } from "~/ui/kept-fields";
import { Mark } from "~/ui/logo";
import { PageLink, useIsCurrent } from "~/ui/page-link";

const areas = [
  { to: paths.home(), key: "common.nav_home", icon: House, end: true },
  { to: paths.trials(), key: "common.nav_trials", icon: Package, end: false },
  { to: paths.ideas(), key: "common.nav_ideas", icon: Lightbulb, end: false },
  { to: paths.changes(), key: "common.nav_changes", icon: Sparkles, end: false },
] as const;

/** Two buttons that keep the page: the language is stored and the same address is shown again. */
const LanguageSwitch = () => {
  const t = useT();
  const { locale } = useRoot();
  const other = locale === "id" ? "en" : "id";
  return (
    <form method="post" action={paths.preferences()}>
      <input type="hidden" name="locale" value={other} />
      <button
        className="min-h-11 min-w-11 rounded-full px-2 text-label font-semibold text-ink-2 hover:text-ink"
        lang={other}
        aria-label={t("common.switch_language")}
      >
        {other.toUpperCase()}
      </button>
    </form>
  );
};

export default function CommunityLayout() {
  const t = useT();
  const isCurrent = useIsCurrent();
  const { person, isDemo, unread } = useRoot();
  useKeptFields(paths.preferences());
  const isStaff = person && person.role !== "member";
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-20 focus:bg-surface focus:p-3">
        {t("common.skip_to_content")}
      </a>
      {isDemo && <p className="no-print bg-turmeric-tint px-5 py-1.5 text-center text-note font-semibold text-turmeric-ink">{t("common.demo_banner")}</p>}
      <header className="no-print mx-auto flex max-w-[1080px] items-center justify-between gap-4 px-5 py-3.5">
        <PageLink to={paths.home()} className="flex items-center gap-2.5 text-[20px] font-[780] tracking-[-.03em]">
          <Mark />
          {t("common.app_name")}
        </PageLink>
        <nav aria-label={t("common.nav_main")} className="hidden gap-6 text-[15px] font-semibold min-[860px]:flex">
          {areas.map(({ to, key, end }) => (
            <PageLink
              key={to}
              to={to}
              aria-current={isCurrent(to, end)}
              className="py-2 text-ink-2 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_var(--turmeric)]"
            >
              {t(key)}
            </PageLink>
          ))}
        </nav>
        <div className="flex items-center gap-2">
          {isStaff && (
            <a
              href={person.role === "moderator" ? paths.queue() : paths.workshop()}
              className="hidden px-2 py-2 text-label font-semibold text-ink-2 hover:text-ink sm:block"
            >
              {t("common.nav_workshop")}
            </a>
          )}
          <LanguageSwitch />
          {person ? (
            <PageLink
              to={unread > 0 ? paths.notifications() : paths.me()}
              aria-label={unread > 0 ? t("notifications.unread_count", { count: unread }) : t("common.nav_me")}
              title={person.displayName}
              className="relative grid size-11 place-items-center rounded-full"
            >
              <Face name={person.displayName} />
              {unread > 0 && (
                <span
                  aria-hidden="true"
                  className="num absolute -end-0.5 -top-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-turmeric px-1 text-[11px] font-bold text-[oklch(0.25_0.02_165)]"
                >
                  {unread > 99 ? "99+" : unread}
                </span>
              )}
            </PageLink>
          ) : (
            <>
              <PageLink to={paths.login()} className="px-2 max-[359px]:hidden py-2 text-label font-semibold text-ink-2 hover:text-ink">
                {t("common.sign_in")}
              </PageLink>
              <PageLink to={paths.join()} className="button small">
                {t("common.join")}
              </PageLink>
            </>
          )}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-[1080px] px-5 pt-3 pb-16 outline-none">
        <Outlet />
      </main>
      <footer className="no-print mx-auto max-w-[1080px] px-5 pb-28 text-label text-ink-3 min-[860px]:pb-8">
        <nav aria-label={t("common.nav_footer")} className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4">
          {(
            [
              ["common.privacy", paths.privacy()],
              ["common.terms", paths.terms()],
              ["common.contact", paths.contact()],
            ] as const
          ).map(([key, to]) => (
            <PageLink key={to} to={to} className="py-2.5 hover:text-ink">
              {t(key)}
            </PageLink>
          ))}
        </nav>
      </footer>
      <nav
        aria-label={t("common.nav_main")}
        className="no-print fixed inset-x-0 bottom-0 z-10 grid grid-cols-4 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] min-[860px]:hidden"
      >
        {[...areas.slice(0, 3), { to: paths.me(), key: "common.nav_me" as const, icon: User, end: false }].map(({ to, key, icon: Icon, end }) => (
          <PageLink
            key={to}
            to={to}
            aria-current={isCurrent(to, end)}
            className="grid justify-items-center gap-0.5 pt-2.5 pb-3 text-[12px] font-semibold text-ink-2 aria-[current=page]:text-leaf"
          >
            <Icon className="size-[22px]" aria-hidden="true" />
            {t(key)}
          </PageLink>
        ))}
      </nav>
    </>
  );
}
