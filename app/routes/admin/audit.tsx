// The record of what happened, for administrators.
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { underscored } from "~/features/activity/activity";
import { auditAreas, listActivity } from "~/features/activity/audit.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";

export const handle = { audience: "staff" };

export const loader = page(async ({ ctx, url }) => {
  const area = url.searchParams.get("area");
  const by = url.searchParams.get("by");
  const person = url.searchParams.get("person");
  const entries = await listActivity(ctx, {
    area,
    actorId: by ? idFrom(by) : null,
    subject: person ? { kind: "person", id: String(idFrom(person)) } : null,
    after: url.searchParams.get("after"),
  });
  return { title: pageTitle(ctx, "staff.nav_audit"), areas: auditAreas, area, by, person, entries };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** "from member, to moderator": what an event holds besides its subject, without empty values. */
const details = (data: Record<string, unknown>): string =>
  Object.entries(data)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(", ");

/** What somebody did about their own account: their name stands there as who did it. */
const isOwnAct = ({ actorId, subjectKind, subjectId }: { actorId: number | null; subjectKind: string; subjectId: string }): boolean =>
  subjectKind === "person" && subjectId === String(actorId);

export default function Audit() {
  const t = useT();
  const format = useFormat();
  const { areas, area, by, person, entries } = useLoaderData<typeof loader>();
  return (
    <div className="grid max-w-[1080px] gap-5">
      <div className="grid gap-1.5">
        <h1 className="text-[28px]">{t("staff.nav_audit")}</h1>
        <p className="text-ink-2">{t("admin.audit_lead")}</p>
      </div>
      <form className="flex flex-wrap items-end gap-3">
        {by && <input type="hidden" name="by" value={by} />}
        {person && <input type="hidden" name="person" value={person} />}
        <label className="grid basis-56 gap-1.5 text-label font-semibold">
          {t("admin.audit_area")}
          <select name="area" defaultValue={area ?? ""} className="control font-normal">
            <option value="">{t("admin.audit_all")}</option>
            {areas.map((name) => (
              <option key={name} value={name}>
                {t(`admin.area_${name}`)}
              </option>
            ))}
          </select>
        </label>
        <button className="button quiet">{t("admin.show")}</button>
        {(area || by || person) && (
          <a className="link py-3 text-label" href={paths.audit()}>
            {t("admin.clear_filters")}
          </a>
        )}
      </form>
      {entries.items.length === 0 ? (
        <EmptyState title={t("admin.audit_empty_title")}>{t("admin.audit_empty_text")}</EmptyState>
      ) : (
        <ol className="grid divide-y divide-line border-y border-line">
          {entries.items.map((entry) => (
            <li key={entry.id} className="grid gap-x-5 gap-y-0.5 py-3 text-label sm:grid-cols-[236px_1fr_minmax(0,220px)]">
              <time dateTime={new Date(entry.at).toISOString()} className="num text-ink-3">
                {format.dateTime(entry.at)}
              </time>
              <div className="min-w-0">
                <p className="font-semibold">{t(`admin.kind_${underscored(entry.kind)}`)}</p>
                <p className="text-note text-ink-2">
                  {isOwnAct(entry) ? null : entry.subjectKind === "person" && entry.subjectName && /^\d+$/.test(entry.subjectId) ? (
                    <a className="link inline-block min-h-6 py-0.5" href={paths.person(Number(entry.subjectId))}>
                      {entry.subjectName}
                    </a>
                  ) : (
                    <span>{t("admin.subject", { kind: entry.subjectKind, id: entry.subjectId })}</span>
                  )}
                  {details(entry.data) && (
                    <span className="wrap-anywhere text-ink-3">
                      {!isOwnAct(entry) && " · "}
                      {details(entry.data)}
                    </span>
                  )}
                </p>
              </div>
              <p className="text-ink-2 sm:text-end">
                {entry.actorId ? (
                  <a className="link inline-block min-h-6 py-0.5" href={paths.audit({ by: entry.actorId })}>
                    {entry.actorName ?? t("common.former_member")}
                  </a>
                ) : (
                  t("admin.the_house")
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {entries.next && (
        <a className="button quiet small justify-self-start" href={paths.audit({ area, by, person, after: entries.next })}>
          {t("common.more")}
        </a>
      )}
    </div>
  );
}
