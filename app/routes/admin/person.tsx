// One person, for administrators: role, teams, suspension. Each change acts on that person's next request.
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { roles } from "~/core/context";
import { idFrom } from "~/core/ids";
import { roleInput } from "~/features/accounts/input";
import { changeRole, getPerson } from "~/features/accounts/people.server";
import { listTeams } from "~/features/accounts/teams.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, type Reply } from "~/ui/field";
import { Day } from "~/ui/time";

export const handle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const person = await getPerson(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "admin.person_title", { name: person.displayName }), person, teams: await listTeams(ctx) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form, params }) => {
  const personId = idFrom(params.id);
  await changeRole(ctx, { personId, ...parseForm(form, roleInput) });
  return redirect(paths.person(personId));
});

export default function Person() {
  const t = useT();
  const { person, teams } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <div className="grid max-w-[720px] gap-5">
      <a href={paths.people()} className="link justify-self-start py-1 text-label">
        {t("staff.nav_people")}
      </a>
      <div className="grid gap-1">
        <h1 className="text-[28px]">{person.displayName}</h1>
        <p className="text-ink-2">
          {person.email} · {t("admin.joined")} <Day at={person.joinedAt} />
        </p>
        {person.isSuspended && (
          <p>
            <span className="chip brick">
              <i />
              {t("admin.suspended")}
            </span>
          </p>
        )}
      </div>
      <ProblemSummary reply={reply} />
      {person.isSelf ? (
        <p className="card text-ink-2">{t("admin.own_account")}</p>
      ) : (
        <form method="post" className="card grid gap-4">
          <h2>{t("admin.role")}</h2>
          <input type="hidden" name="from" value={person.role} />
          <fieldset className="grid gap-1">
            <legend className="sr-only">{t("admin.role")}</legend>
            {roles.map((role) => (
              <label key={role} className="flex min-h-11 items-start gap-3 py-2">
                <input type="radio" name="to" value={role} defaultChecked={role === person.role} className="mt-1 size-4.5 flex-none accent-leaf" />
                <span>
                  <b className="font-semibold">{t(`staff.role_${role}`)}</b>
                  <span className="block text-label text-ink-2">{t(`admin.role_${role}_help`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <p className="text-note text-ink-3">{t("admin.role_note")}</p>
          <button className="button small justify-self-start">{t("admin.change_role")}</button>
        </form>
      )}
      {person.role === "product_manager" && (
        <section className="card grid gap-2" aria-labelledby="teams">
          <h2 id="teams">{t("staff.nav_teams")}</h2>
          <p className="text-label text-ink-2">{t("admin.teams_help")}</p>
          <ul className="divide-y divide-line">
            {teams.map((team) => {
              const isMember = person.teamIds.includes(team.id);
              return (
                <li key={team.id} className="flex min-h-13 flex-wrap items-center justify-between gap-3 py-2">
                  <span className={isMember ? "font-semibold" : ""}>{team.name}</span>
                  <form method="post" action={paths.personTeams(person.id)}>
                    <input type="hidden" name="team" value={team.id} />
                    <input type="hidden" name="member" value={String(!isMember)} />
                    <button className="button quiet small" aria-label={t(isMember ? "admin.take_off_team" : "admin.put_on_team", { team: team.name })}>
                      {t(isMember ? "admin.take_off" : "admin.put_on")}
                    </button>
                  </form>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {!person.isSelf && (
        <form method="post" action={paths.personSuspension(person.id)} className="card grid gap-3">
          <h2>{t("admin.suspension")}</h2>
          <p className="text-label text-ink-2">{t(person.isSuspended ? "admin.suspension_is_on" : "admin.suspension_is_off")}</p>
          <input type="hidden" name="suspended" value={String(!person.isSuspended)} />
          <button className={`button small justify-self-start ${person.isSuspended ? "quiet" : "danger"}`}>
            {t(person.isSuspended ? "admin.lift_suspension" : "admin.suspend")}
          </button>
        </form>
      )}
      <a className="link justify-self-start py-1 text-label" href={paths.audit({ person: person.id })}>
        {t("admin.what_happened")}
      </a>
    </div>
  );
}
