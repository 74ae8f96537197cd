import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getTrialFrame } from "~/features/trials/frame.server";
import { grantFulfilment, listFulfilmentGrants } from "~/features/trials/grant-fulfilment.server";
import { grantInput } from "~/features/trials/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Face } from "~/ui/face";
import { ProblemSummary, type Reply } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    ...frame,
    people: await listFulfilmentGrants(ctx, frame.trial.id),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { personId, granted } = parseForm(form, grantInput);
  await grantFulfilment(ctx, { trialId, personId, granted: granted === "true" });
  return redirect(paths.trialGrants(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialGrants() {
  const t = useT();
  const format = useFormat();
  const { trial, rights, people } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid max-w-3xl gap-6">
        <p className="max-w-[70ch] text-ink-2">{t("fieldwork.grants_text")}</p>
        <ProblemSummary reply={reply} />
        <ul className="card divide-y divide-line py-2">
          {people.map((person) => (
            <li key={person.personId} className="flex flex-wrap items-center gap-3 py-3">
              <Face name={person.displayName} />
              <div className="min-w-40 flex-1">
                <b className="font-semibold">{person.displayName}</b>
                <p className="text-note text-ink-3">
                  {t(`staff.role_${person.role}`)}
                  {person.grantedAt && ` · ${t("fieldwork.granted_on", { date: format.date(person.grantedAt) })}`}
                </p>
              </div>
              <Form method="post">
                <input type="hidden" name="personId" value={person.personId} />
                <button className={person.grantedAt ? "button quiet small" : "button small"} name="granted" value={person.grantedAt ? "false" : "true"}>
                  {t(person.grantedAt ? "fieldwork.take_back" : "fieldwork.grant")}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </div>
    </TrialFrame>
  );
}
