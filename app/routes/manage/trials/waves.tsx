import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { WaveLog } from "~/features/trials/components/wave-log";
import { WavePreview } from "~/features/trials/components/wave-preview";
import { defaultAnswerDays } from "~/features/trials/defaults";
import { drawWave, previewWave } from "~/features/trials/draw-wave.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { waveInput } from "~/features/trials/input";
import { listOffers } from "~/features/trials/offer-places.server";
import { OfferLog } from "~/features/trials/components/offer-log";
import { takesPeople } from "~/features/trials/trial";
import { listWaves } from "~/features/trials/waves.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextField } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    now: ctx.now,
    ...frame,
    preview: await previewWave(ctx, frame.trial.id),
    waves: await listWaves(ctx, frame.trial.id),
    offers: frame.trial.choosing === "first_come" ? await listOffers(ctx, frame.trial.id) : [],
    key: crypto.randomUUID(),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { key, places, answerDays } = parseForm(form, waveInput);
  await once(ctx, { key, use: "draw-wave" }, (inner) => drawWave(inner, { trialId, places, answerDays }));
  return redirect(paths.trialWaves(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialWaves() {
  const t = useT();
  const { trial, rights, preview, waves, offers, key, now } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isDrawn = trial.choosing === "draw";
  const mayDraw = isDrawn && trial.pausedAt === null && takesPeople(trial.state) && preview.applied + preview.waiting > 0 && preview.free > 0;
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid items-start gap-6 min-[1200px]:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
        <section className="card grid gap-4">
          <h2>{t(isDrawn ? "fieldwork.draw_now" : "fieldwork.choosing_first_come")}</h2>
          <WavePreview preview={preview} />
          <ProblemSummary reply={reply} />
          {mayDraw ? (
            <Form method="post" className="grid gap-4" key={key}>
              <input type="hidden" name="key" value={key} />
              <div className="grid items-end gap-4 sm:grid-cols-2">
                <TextField
                  name="places"
                  type="number"
                  min={1}
                  max={preview.free}
                  label={t("fieldwork.draw_places")}
                  defaultValue={preview.free}
                  reply={reply}
                  required
                />
                <TextField
                  name="answerDays"
                  type="number"
                  min={1}
                  max={30}
                  label={t("fieldwork.answer_days")}
                  defaultValue={defaultAnswerDays}
                  reply={reply}
                  required
                />
              </div>
              <p className="text-label text-ink-2">{t("fieldwork.draw_text")}</p>
              <button className="button justify-self-start">{t("fieldwork.draw")}</button>
            </Form>
          ) : (
            takesPeople(trial.state) &&
            isDrawn && <p className="text-label text-ink-2">{t(preview.free === 0 ? "fieldwork.no_free_places" : "fieldwork.nobody_waits")}</p>
          )}
        </section>
        <section className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-labelledby="waves">
          <h2 id="waves">{t("fieldwork.tab_waves")}</h2>
          {!isDrawn && <p className="text-ink-2">{t("fieldwork.first_come_text")}</p>}
          {offers.length > 0 && (
            <div className="card">
              <OfferLog lines={offers} cells={preview.cells} />
            </div>
          )}
          {isDrawn && waves.length === 0 && <p className="text-ink-2">{t("fieldwork.no_waves")}</p>}
          {waves.map((wave) => (
            <WaveLog key={wave.id} wave={wave} cells={preview.cells} now={now} />
          ))}
        </section>
      </div>
    </TrialFrame>
  );
}
