// The labelling list: which code goes on which prototype. Shown once per reason given, and never without a record.
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { authorizeFulfilment } from "~/features/parcels/fulfilment.server";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getTrialFrame } from "~/features/trials/frame.server";
import { revealInput } from "~/features/trials/input";
import { listCodeReveals, revealCodes } from "~/features/trials/reveal-codes.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { ProblemSummary, TextField } from "~/ui/field";
import { Ago } from "~/ui/time";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  await authorizeFulfilment(ctx, frame.trial.id);
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    now: ctx.now,
    ...frame,
    reveals: await listCodeReveals(ctx, frame.trial.id),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const key = await revealCodes(ctx, { trialId: idFrom(params.id), ...parseForm(form, revealInput) });
  return { key, problems: undefined, values: undefined };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialLabels() {
  const t = useT();
  const { trial, rights, reveals, now } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const key = reply && "key" in reply ? reply.key : null;
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid max-w-3xl gap-6">
        {key ? (
          <section className="card grid gap-3">
            <h2>{t("fieldwork.labels_title")}</h2>
            <table className="table">
              <tbody>
                {key.map((line) => (
                  <tr key={line.code}>
                    <th scope="row" className="num w-px pe-8! text-[26px]! font-bold! text-ink!">
                      {line.code}
                    </th>
                    <td className="align-middle!">{line.prototypeName}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="no-print text-label text-ink-2">{t("fieldwork.labels_shown")}</p>
          </section>
        ) : (
          <form method="post" className="card grid gap-4">
            <h2>{t("fieldwork.labels_title")}</h2>
            <p className="text-ink-2">{t("fieldwork.labels_text")}</p>
            <ProblemSummary reply={reply} />
            <TextField
              name="reason"
              label={t("fieldwork.reveal_reason")}
              help={t("fieldwork.reveal_reason_help")}
              minLength={10}
              maxLength={500}
              required
              reply={reply}
            />
            <button className="button justify-self-start">{t("fieldwork.reveal")}</button>
          </form>
        )}
        <section className="no-print grid gap-2" aria-labelledby="reveals">
          <h2 id="reveals" className="text-[17px]">
            {t("fieldwork.reveals")}
          </h2>
          {reveals.length === 0 && <p className="text-label text-ink-2">{t("fieldwork.no_reveals")}</p>}
          <ul className="divide-y divide-line text-label">
            {reveals.map((row) => (
              <li key={row.id} className="py-2">
                {row.reason}
                <p className="text-note text-ink-3">
                  {row.by} · <Ago at={row.at} now={now} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </TrialFrame>
  );
}
