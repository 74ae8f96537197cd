// Who may take part: the rule, how many members it leaves, and waves of invitations to them.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { EligibilityEditor } from "~/features/trials/components/eligibility-rule";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getTrialFrame } from "~/features/trials/frame.server";
import { eligibilityLineInput, inviteInput, lineRemovalInput, minimumInput } from "~/features/trials/input";
import { inviteMembers } from "~/features/trials/invite-members.server";
import { addEligibilityLine, countMatches, listRuleSources, removeEligibilityLine, setEligibilityMinimum } from "~/features/trials/set-eligibility.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  const { trial } = frame;
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(trial.name, ctx.locale) }),
    ...frame,
    sources: await listRuleSources(ctx, trial.id),
    matches: await countMatches(ctx, trial.id),
    mayInvite: trial.state === "recruiting" && trial.pausedAt === null && (trial.applyUntil === null || trial.applyUntil > ctx.now),
    key: crypto.randomUUID(),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  if (form.has("invite")) {
    const { invite, key } = parseForm(form, inviteInput);
    await once(ctx, { key, use: "invite-members" }, (inner) => inviteMembers(inner, { trialId, count: invite }));
  } else if (form.has("removed")) await removeEligibilityLine(ctx, { trialId, index: parseForm(form, lineRemovalInput).removed });
  else if (form.has("minimum")) await setEligibilityMinimum(ctx, { trialId, ...parseForm(form, minimumInput) });
  else await addEligibilityLine(ctx, { trialId, ...parseForm(form, eligibilityLineInput) });
  return redirect(paths.trialEligibility(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialEligibility() {
  const t = useT();
  const format = useFormat();
  const { trial, rights, sources, matches, mayInvite, key } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const members = format.number(matches.members);
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 min-[1200px]:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          <ProblemSummary reply={reply} />
          <EligibilityEditor rule={trial.eligibility} sources={sources} canEdit={trial.state === "draft"} reply={reply} />
        </div>
        <section className="card grid gap-4" aria-labelledby="matches">
          <div className="grid gap-1">
            <h2 id="matches">
              {matches.matching === null
                ? t("fieldwork.match_few", { members })
                : t("fieldwork.match", { matching: format.number(matches.matching), members, count: matches.members })}
            </h2>
            <p className="text-label text-ink-2">{t("fieldwork.match_text")}</p>
          </div>
          {matches.waves > 0 && <p className="num text-label">{t("fieldwork.invited", { count: matches.invited, waves: matches.waves })}</p>}
          {mayInvite && matches.uninvited > 0 ? (
            <details className="border-t border-line pt-2">
              <summary className="min-h-11 content-center font-semibold">{t("fieldwork.invite_question")}</summary>
              <Form method="post" className="grid gap-3" key={key}>
                <input type="hidden" name="key" value={key} />
                <p className="text-label text-ink-2">{t("fieldwork.invite_text", { count: matches.uninvited })}</p>
                <TextField
                  name="invite"
                  type="number"
                  min={1}
                  max={matches.uninvited}
                  defaultValue={Math.min(matches.uninvited, Math.max(1, trial.places * 3))}
                  label={t("fieldwork.invite_count")}
                  className="control max-w-40"
                  required
                  reply={reply}
                />
                <button className="button small justify-self-start">{t("fieldwork.invite")}</button>
              </Form>
            </details>
          ) : (
            <p className="text-label text-ink-2">{t(mayInvite ? "fieldwork.invite_nobody" : "fieldwork.invite_later")}</p>
          )}
        </section>
      </div>
    </TrialFrame>
  );
}
