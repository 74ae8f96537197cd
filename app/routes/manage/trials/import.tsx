import { data, redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Invalid } from "~/core/errors";
import { once } from "~/features/activity/once.server";
import { listOwnTeams } from "~/features/products/queries.server";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { ImportOutcome } from "~/features/trials/import/components/import-outcome";
import { importInput } from "~/features/trials/import/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, Select, TextArea } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "reports.import_title"), teams: await listOwnTeams(ctx), key: crypto.randomUUID() }));

const fileIn = (form: FormData, name: string): File | null => {
  const file = form.get(name);
  return file instanceof File && file.size > 0 ? file : null;
};

export const action = command(async ({ ctx, form }) => {
  const { dryRun, pastedMap, team, key } = parseForm(form, importInput);
  const [csv, mapFile] = [fileIn(form, "csv"), fileIn(form, "map")];
  const map = mapFile ? await mapFile.text() : pastedMap;
  if (!csv || !map) throw new Invalid({ ...(csv ? {} : { csv: { key: "required" } }), ...(map ? {} : { map: { key: "required" } }) });
  const run = (inner: typeof ctx, isDry: boolean) =>
    importTrial(inner, { map, csv: csv.stream() as unknown as AsyncIterable<Uint8Array>, dryRun: isDry, team });
  // Always read through first: only a study without a problem uses up the key of the form.
  const result = await run(ctx, true);
  if (dryRun === "false" && result.problems.total === 0) {
    const { trialId } = await once(ctx, { key, use: "import-trial" }, (inner) => run(inner, false));
    if (trialId !== null) return redirect(paths.report(trialId));
  }
  const outcome = { file: csv.name, ...result };
  return data({ problems: undefined, values: { pastedMap: map, team: team ?? "" }, outcome }, { status: result.problems.total > 0 ? 422 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ImportTrial() {
  const t = useT();
  const { teams, key } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const outcome = reply && "outcome" in reply ? reply.outcome : null;
  return (
    <>
      <StaffHead
        title={t("reports.import_title")}
        back={{ to: paths.manageTrials(), label: t("staff.nav_trials") }}
        note={<p>{t("reports.import_intro")}</p>}
      />
      <Form method="post" encType="multipart/form-data" className="grid max-w-3xl gap-6">
        <ProblemSummary reply={reply} />
        {outcome && <ImportOutcome outcome={outcome} />}
        <input type="hidden" name="key" value={key} />
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">{t("reports.import_csv")}</span>
          <span className="text-note text-ink-3">{t("reports.import_csv_help")}</span>
          <input id="field-csv" type="file" name="csv" accept=".csv,text/csv" required className="control" />
        </label>
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">{t("reports.import_map")}</span>
          <span className="text-note text-ink-3">{t("reports.import_map_help")}</span>
          <input id="field-map" type="file" name="map" accept=".json,application/json" className="control" />
        </label>
        <TextArea
          name="pastedMap"
          label={t("reports.import_pasted_map")}
          rows={8}
          className="control font-mono text-note"
          reply={reply}
          optional
          spellCheck={false}
        />
        {teams.length > 0 && (
          <Select name="team" label={t("reports.import_team")} reply={reply} optional>
            <option value="">{t("reports.import_team_of_map")}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <div className="flex flex-wrap gap-2">
          <button name="dryRun" value="true" className={outcome?.problems.total === 0 ? "button quiet" : "button"}>
            {t("reports.import_check")}
          </button>
          {outcome?.problems.total === 0 && (
            <button name="dryRun" value="false" className="button">
              {t("reports.import_now")}
            </button>
          )}
        </div>
        {outcome?.problems.total === 0 && <p className="text-note text-ink-3">{t("reports.import_choose_again")}</p>}
      </Form>
    </>
  );
}
