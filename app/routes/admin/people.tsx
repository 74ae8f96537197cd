// Everybody who has an account, for administrators.
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { roles } from "~/core/context";
import { countRoles, listPeople } from "~/features/accounts/people.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Day } from "~/ui/time";

export const handle = { audience: "staff" };

export const loader = page(async ({ ctx, url }) => {
  const q = url.searchParams.get("q")?.trim() ?? "";
  const role = roles.find((name) => name === url.searchParams.get("role")) ?? null;
  const people = await listPeople(ctx, { q, role, after: url.searchParams.get("after") });
  return { title: pageTitle(ctx, "staff.nav_people"), q, role, people, counts: await countRoles(ctx) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function People() {
  const t = useT();
  const format = useFormat();
  const { q, role, people, counts } = useLoaderData<typeof loader>();
  return (
    <div className="grid max-w-[1040px] gap-5">
      <h1 className="text-[28px]">{t("staff.nav_people")}</h1>
      <form role="search" className="flex flex-wrap items-end gap-3">
        <label className="grid min-w-0 flex-1 basis-64 gap-1.5 text-label font-semibold">
          {t("admin.search_people")}
          <input type="search" name="q" defaultValue={q} className="control font-normal" maxLength={100} />
        </label>
        <label className="grid basis-56 gap-1.5 text-label font-semibold">
          {t("admin.role")}
          <select name="role" defaultValue={role ?? ""} className="control font-normal">
            <option value="">{t("admin.any_role")}</option>
            {roles.map((name) => (
              <option key={name} value={name}>
                {t(`staff.role_${name}`)} ({format.number(counts[name])})
              </option>
            ))}
          </select>
        </label>
        <button className="button quiet">{t("admin.search")}</button>
      </form>
      {people.items.length === 0 ? (
        <EmptyState
          title={t("admin.nobody_title")}
          action={
            <a className="button quiet" href={paths.people()}>
              {t("admin.clear_filters")}
            </a>
          }
        >
          {t("admin.nobody_text")}
        </EmptyState>
      ) : (
        <table className="table max-sm:block">
          <thead className="max-sm:sr-only">
            <tr>
              <th>{t("admin.person")}</th>
              <th>{t("admin.role")}</th>
              <th>{t("admin.joined")}</th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {people.items.map((person) => (
              <tr key={person.id} className="max-sm:grid max-sm:border-b max-sm:border-line max-sm:py-2">
                <td className="max-sm:border-0 max-sm:py-0.5">
                  <a className="link block" href={paths.person(person.id)}>
                    {person.displayName}
                  </a>
                  <span className="text-note break-all text-ink-3">{person.email}</span>
                </td>
                <td className="max-sm:border-0 max-sm:py-0.5">
                  <span className="flex flex-wrap gap-2">
                    <span className={person.role === "member" ? "" : "font-semibold"}>{t(`staff.role_${person.role}`)}</span>
                    {person.isSuspended && (
                      <span className="chip brick">
                        <i />
                        {t("admin.suspended")}
                      </span>
                    )}
                  </span>
                </td>
                <td className="num whitespace-nowrap text-ink-2 max-sm:border-0 max-sm:py-0.5">
                  <Day at={person.joinedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.next && (
        <a className="button quiet small justify-self-start" href={paths.people({ q, role: role ?? undefined, after: people.next })}>
          {t("common.more")}
        </a>
      )}
    </div>
  );
}
