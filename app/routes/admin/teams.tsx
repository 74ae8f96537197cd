import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { teamInput } from "~/features/accounts/input";
import { createTeam, listTeams } from "~/features/accounts/teams.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";

export const handle = { audience: "staff" };

export const loader = page(async ({ ctx }) => {
  authorize(ctx.actor, "manage-people", null);
  return { title: pageTitle(ctx, "staff.nav_teams"), teams: await listTeams(ctx) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  await createTeam(ctx, parseForm(form, teamInput));
  return redirect(paths.teams());
});

export default function Teams() {
  const t = useT();
  const { teams } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <div className="grid max-w-[760px] gap-5">
      <div className="grid gap-1.5">
        <h1 className="text-[28px]">{t("staff.nav_teams")}</h1>
        <p className="text-ink-2">{t("admin.teams_lead")}</p>
      </div>
      {teams.length === 0 ? (
        <EmptyState title={t("admin.no_teams_title")}>{t("admin.no_teams_text")}</EmptyState>
      ) : (
        <ul className="card grid divide-y divide-line py-1">
          {teams.map((team) => (
            <li key={team.id} className="grid gap-1 py-3">
              <details>
                <summary className="flex min-h-10 list-none items-center justify-between gap-4 [&::-webkit-details-marker]:hidden">
                  <span>
                    <b className="font-semibold">{team.name}</b>
                    <span className="block text-note text-ink-3">{team.memberNames.length > 0 ? team.memberNames.join(", ") : t("admin.team_empty")}</span>
                  </span>
                  <span className="link text-label">{t("admin.rename")}</span>
                </summary>
                <form method="post" action={paths.team(team.id)} className="flex flex-wrap items-end gap-3 py-3">
                  <label className="grid min-w-0 flex-1 basis-56 gap-1.5 text-label font-semibold">
                    {t("admin.team_name")}
                    <input name="name" defaultValue={team.name} required minLength={2} maxLength={80} className="control font-normal" />
                  </label>
                  <button className="button quiet">{t("common.save")}</button>
                </form>
              </details>
            </li>
          ))}
        </ul>
      )}
      <form method="post" className="card grid gap-4">
        <h2>{t("admin.new_team")}</h2>
        <ProblemSummary reply={reply} />
        <TextField reply={reply} name="name" label={t("admin.team_name")} required minLength={2} maxLength={80} />
        <button className="button small justify-self-start">{t("admin.create_team")}</button>
      </form>
    </div>
  );
}
