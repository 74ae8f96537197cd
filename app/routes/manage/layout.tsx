// The frame of every page for staff: what there is to do beside what is being done. It protects nothing; each page authorises itself.
import { NavLink, Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { Building2, ClipboardList, Inbox, LayoutGrid, LogOut, Menu, Package, ScrollText, Settings, Sparkles, TestTubes, Users } from "lucide-react";
import { findWorkshopCounts } from "~/features/trials/workshop.server";
import { useRoot } from "~/http/root-data";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";
import { useKeptFields } from "~/ui/kept-fields";
import { Mark } from "~/ui/logo";

/** `isWide` pages fill the window and bring their own margins, like the queue. */
export type StaffHandle = { audience: "staff"; isWide?: boolean };
export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx }) => {
  authorize(ctx.actor, "enter-workshop", null);
  return { counts: await findWorkshopCounts(ctx) };
});

const links = [
  { to: paths.workshop(), key: "staff.nav_start", icon: LayoutGrid, end: true, for: "all" },
  { to: paths.queue(), key: "staff.nav_queue", icon: Inbox, end: false, for: "moderators" },
  { to: paths.products(), key: "staff.nav_products", icon: Package, end: false, for: "all" },
  { to: paths.manageTrials(), key: "staff.nav_trials", icon: TestTubes, end: false, for: "all" },
  { to: paths.manageChanges(), key: "staff.nav_changes", icon: Sparkles, end: false, for: "all" },
  { to: paths.manageBoards(), key: "staff.nav_boards", icon: ClipboardList, end: false, for: "moderators" },
  { to: paths.people(), key: "staff.nav_people", icon: Users, end: false, for: "administrators" },
  { to: paths.teams(), key: "staff.nav_teams", icon: Building2, end: false, for: "administrators" },
  { to: paths.settings(), key: "staff.nav_settings", icon: Settings, end: false, for: "administrators" },
  { to: paths.audit(), key: "staff.nav_audit", icon: ScrollText, end: false, for: "administrators" },
] as const;

const Links = ({ counts }: { counts: { queue: number | null } }) => {
  const t = useT();
  const { person } = useRoot();
  const isAdministrator = person?.role === "administrator";
  const mayModerate = isAdministrator || person?.role === "moderator";
  const open = links.filter((link) => link.for === "all" || (link.for === "moderators" ? mayModerate : isAdministrator));
  return (
    <ul className="grid gap-1">
      {open.map(({ to, key, icon: Icon, end, for: audience }, index) => (
        <li key={to} className={audience === "administrators" && open[index - 1]?.for !== "administrators" ? "mt-3.5" : undefined}>
          <NavLink
            to={to}
            end={end}
            className="flex min-h-10 items-center gap-2.5 rounded-control px-3 py-2 text-label font-semibold text-ink-2 hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:text-ink aria-[current=page]:shadow-float"
          >
            <Icon className="size-[17px] flex-none" aria-hidden="true" />
            <span className="flex-1">{t(key)}</span>
            {to === paths.queue() && counts.queue !== null && <b className="num font-semibold text-ink-3">{counts.queue}</b>}
          </NavLink>
        </li>
      ))}
    </ul>
  );
};

const Foot = () => {
  const t = useT();
  const { locale, person } = useRoot();
  const other = locale === "id" ? "en" : "id";
  return (
    <div className="grid gap-1 border-t border-line pt-3 text-label">
      <p className="px-3 pb-1 text-note text-ink-3">
        <b className="block text-label font-semibold text-ink">{person?.displayName}</b>
        {person && t(`staff.role_${person.role}`)}
      </p>
      <a href={paths.home()} className="flex min-h-10 items-center gap-2.5 rounded-control px-3 font-semibold text-ink-2 hover:text-ink">
        <LogOut className="size-[17px] flex-none" aria-hidden="true" />
        {t("staff.to_community")}
      </a>
      <form method="post" action={paths.preferences()}>
        <input type="hidden" name="locale" value={other} />
        <button className="flex min-h-10 w-full items-center gap-2.5 rounded-control px-3 text-start font-semibold text-ink-2 hover:text-ink" lang={other}>
          <span aria-hidden="true" className="grid size-[17px] flex-none place-items-center text-[11px] font-bold">
            {other.toUpperCase()}
          </span>
          {t("common.switch_language")}
        </button>
      </form>
    </div>
  );
};

export default function StaffLayout() {
  const t = useT();
  const { counts } = useLoaderData<typeof loader>();
  const { isDemo } = useRoot();
  useKeptFields(paths.preferences());
  const { pathname } = useLocation();
  const isWide = useMatches().some((match) => (match.handle as StaffHandle | undefined)?.isWide);
  const logo = (
    <NavLink to={paths.workshop()} end className="flex items-center gap-2.5 text-[20px] font-[780] tracking-[-.03em]">
      <Mark />
      {t("common.app_name")}
    </NavLink>
  );
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-20 focus:bg-surface focus:p-3">
        {t("common.skip_to_content")}
      </a>
      {isDemo && <p className="no-print bg-turmeric-tint px-5 py-1.5 text-center text-note font-semibold text-turmeric-ink">{t("common.demo_banner")}</p>}
      <div className="text-[15px] min-[1000px]:grid min-[1000px]:min-h-screen min-[1000px]:grid-cols-[208px_minmax(0,1fr)] print:block">
        <header className="no-print relative flex items-center justify-between bg-sunken px-4 py-2.5 min-[1000px]:hidden">
          {logo}
          <details key={pathname} className="group">
            <summary className="flex min-h-11 list-none items-center gap-2 rounded-control px-3 text-label font-semibold [&::-webkit-details-marker]:hidden">
              <Menu className="size-5" aria-hidden="true" />
              {t("staff.menu")}
            </summary>
            <nav
              aria-label={t("common.nav_main")}
              className="absolute inset-x-3 top-[calc(100%-4px)] z-20 grid gap-3 rounded-card border border-line bg-sunken p-3 shadow-float"
            >
              <Links counts={counts} />
              <Foot />
            </nav>
          </details>
        </header>
        <div className="no-print hidden bg-sunken min-[1000px]:block">
          <nav aria-label={t("common.nav_main")} className="sticky top-0 flex h-screen flex-col justify-between gap-6 overflow-y-auto p-4">
            <div className="grid gap-4">
              <div className="px-2 pt-1">{logo}</div>
              <Links counts={counts} />
            </div>
            <Foot />
          </nav>
        </div>
        <main id="content" tabIndex={-1} className={isWide ? "min-w-0 outline-none" : "min-w-0 px-4 pt-6 pb-16 outline-none sm:px-8 sm:pt-8"}>
          <Outlet />
        </main>
      </div>
    </>
  );
}
