// Tracking numbers from the courier: looked through first, taken over only when every line is understood.
import { data, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Invalid } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { authorizeFulfilment } from "~/features/parcels/fulfilment.server";
import { importTracking } from "~/features/parcels/import-tracking.server";
import { trackingInput } from "~/features/parcels/input";
import { getTrialFrame } from "~/features/trials/frame.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial } = await getTrialFrame(ctx, idFrom(params.id));
  await authorizeFulfilment(ctx, trial.id);
  return { title: pageTitle(ctx, "fieldwork.tracking"), trialId: trial.id, name: localized(trial.name, ctx.locale) };
});

export const action = command(async ({ ctx, form, params }) => {
  const { pasted, dryRun } = parseForm(form, trackingInput);
  const file = form.get("file");
  const text = file instanceof File && file.size > 0 ? await file.text() : pasted;
  if (text.trim() === "") throw new Invalid({ pasted: { key: "required" } });
  const isDry = dryRun === "true";
  const outcome = await importTracking(ctx, { trialId: idFrom(params.id), text, dryRun: isDry });
  return data({ problems: undefined, values: { pasted: text }, outcome, isDry }, { status: outcome.problems.length > 0 ? 422 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Tracking() {
  const t = useT();
  const format = useFormat();
  const { trialId, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const done = reply && "outcome" in reply ? reply : null;
  const problems = done?.outcome.problems ?? [];
  return (
    <>
      <StaffHead title={t("fieldwork.tracking")} back={{ to: paths.trialParcels(trialId), label: name }} note={<p>{t("fieldwork.tracking_text")}</p>} />
      <Form method="post" encType="multipart/form-data" className="grid max-w-3xl gap-5">
        <ProblemSummary reply={reply} />
        {done && (
          <section role="status" className={`grid gap-2 rounded-card p-4 ${problems.length > 0 ? "bg-brick-tint" : "bg-leaf-tint"}`}>
            <p className="font-semibold">
              {problems.length > 0
                ? t("fieldwork.tracking_problems", { count: problems.length })
                : done.isDry
                  ? t("fieldwork.tracking_fine")
                  : t("fieldwork.tracking_done", {
                      sent: format.number(done.outcome.sent),
                      delivered: format.number(done.outcome.delivered),
                      returned: format.number(done.outcome.returned),
                    })}
            </p>
            {problems.length > 0 && (
              <ul className="num max-h-80 list-inside list-disc overflow-auto text-label">
                {problems.map((problem, index) => (
                  <li key={index}>
                    {problem.line > 0 && t("fieldwork.tracking_line", { line: problem.line, parcel: problem.parcel || "–" })}{" "}
                    {t(`fieldwork.tracking_${problem.reason}`)}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
        <div className="grid gap-1.5">
          <label htmlFor="file" className="text-label font-semibold">
            {t("fieldwork.tracking_file")}
          </label>
          <input id="file" type="file" name="file" accept=".csv,text/csv" className="min-h-11 max-w-full text-label" />
        </div>
        <TextArea name="pasted" label={t("fieldwork.tracking_pasted")} help={t("fieldwork.tracking_columns")} rows={8} reply={reply} />
        <div className="flex flex-wrap gap-3">
          <button className="button quiet" name="dryRun" value="true">
            {t("fieldwork.tracking_look")}
          </button>
          <button className="button" name="dryRun" value="false">
            {t("fieldwork.tracking_take")}
          </button>
        </div>
      </Form>
    </>
  );
}
