import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

/** The frame of one's own pages: the way back, the title, and what has just happened. */
export const MyPage = ({ title, lead, notice, children }: { title: string; lead?: ReactNode; notice?: string; children: ReactNode }) => {
  const t = useT();
  return (
    <div className="mx-auto grid max-w-[720px] gap-6">
      <div className="grid gap-2">
        <a href={paths.me()} className="inline-flex min-h-11 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink">
          <ChevronLeft className="size-4" aria-hidden="true" />
          {t("common.nav_me")}
        </a>
        <h1>{title}</h1>
        {lead && <p className="max-w-[60ch] text-ink-2">{lead}</p>}
      </div>
      {notice && (
        <p role="status" className="rounded-card bg-leaf-tint p-4 font-semibold text-leaf-strong">
          {notice}
        </p>
      )}
      {children}
    </div>
  );
};
