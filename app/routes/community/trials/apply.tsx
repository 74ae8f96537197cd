// Applying: the facts that this trial needs and does not know yet, then the screener. Nothing tells which answer qualifies.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorId } from "~/core/context";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { consentNotices } from "~/features/accounts/consent";
import { hasConsent, setConsent } from "~/features/accounts/consent.server";
import { preferNotToSay, profileFactDefinitions } from "~/features/accounts/profile";
import { saveProfile } from "~/features/accounts/profile.server";
import { applyToTrial } from "~/features/trials/apply-to-trial.server";
import { applicationInput } from "~/features/trials/input";
import { getTrial, listMissingFacts } from "~/features/trials/member.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Checkbox, ProblemSummary, Select, TextField, type Reply } from "~/ui/field";

export const loader = page(async ({ ctx, params }) => {
  const missing = await listMissingFacts(ctx, idFrom(params.id));
  const trial = await getTrial(ctx, idFrom(params.id));
  const hasApplied = trial.application !== null && trial.application.state !== "screening" && trial.application.state !== "withdrawn";
  if (!trial.isOpen || hasApplied) throw redirect(paths.trial(trial.id));
  const mayKeepFacts = await hasConsent(ctx, actorId(ctx.actor) ?? 0, "demographics");
  return { title: pageTitle(ctx, "trials.apply_title"), trial, missing, mayKeepFacts };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { facts, consent } = parseForm(form, applicationInput);
  if (consent) await setConsent(ctx, { purpose: "demographics", given: true });
  if (Object.keys(facts).length > 0) await saveProfile(ctx, facts);
  const { responseId } = await applyToTrial(ctx, { trialId });
  return redirect(responseId === null ? paths.trial(trialId) : paths.answer(responseId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Apply() {
  const t = useT();
  const locale = useLocale();
  const { trial, missing, mayKeepFacts } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const asked = profileFactDefinitions.filter(({ key }) => missing.includes(key));
  return (
    <form method="post" className="mx-auto grid max-w-[620px] gap-6">
      <header className="grid gap-2">
        <p className="text-label font-semibold text-ink-2">{localized(trial.name, locale)}</p>
        <h1>{t("trials.apply_title")}</h1>
        <p className="text-ink-2">{trial.screenerMinutes ? t("trials.apply_lead", { count: trial.screenerMinutes }) : t("trials.apply_lead_short")}</p>
      </header>
      <ProblemSummary reply={reply} />
      {asked.length > 0 && (
        <section className="card grid gap-5">
          <h2>{t("trials.facts_title")}</h2>
          {asked.map((fact) =>
            fact.options.length > 0 ? (
              <Select
                key={fact.key}
                name={`facts.${fact.key}`}
                label={localized(fact.label, locale)}
                help={localized(fact.purpose, locale)}
                reply={reply}
                defaultValue=""
                required
              >
                <option value="" disabled>
                  {t("trials.choose")}
                </option>
                {fact.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {localized(option.label, locale)}
                  </option>
                ))}
                <option value={preferNotToSay}>{t("trials.prefer_not_to_say")}</option>
              </Select>
            ) : (
              <TextField
                key={fact.key}
                name={`facts.${fact.key}`}
                label={localized(fact.label, locale)}
                help={localized(fact.purpose, locale)}
                reply={reply}
                required
                maxLength={60}
              />
            ),
          )}
          {!mayKeepFacts && (
            <Checkbox
              name="consent"
              required
              label={localized(consentNotices.demographics.text, locale)}
              help={localized(consentNotices.demographics.withdrawal, locale)}
              reply={reply}
            />
          )}
        </section>
      )}
      <p className="text-label text-ink-2">{t("trials.no_right_answers")}</p>
      <div className="flex flex-wrap gap-3">
        <button className="button">{t(trial.screenerMinutes ? "trials.start_questions" : "trials.apply")}</button>
        <a className="button quiet" href={paths.trial(trial.id)}>
          {t("common.back")}
        </a>
      </div>
    </form>
  );
}
