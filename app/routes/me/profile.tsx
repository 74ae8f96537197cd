// Facts about oneself, a question at a time, each with its purpose; none has to be answered.
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { hasConsent, setConsent } from "~/features/accounts/consent.server";
import { displayNameInput, factInput } from "~/features/accounts/input";
import { changeDisplayName, getMyAccount } from "~/features/accounts/my-account.server";
import { profileFactDefinitions } from "~/features/accounts/profile";
import { myFacts, saveProfile } from "~/features/accounts/profile.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { actorId } from "~/core/context";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";
import { AnsweredFacts, FactForm, LeaveOpen } from "./facts";
import { MyPage } from "./my-page";

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "accounts.link_profile"),
  account: await getMyAccount(ctx),
  facts: await myFacts(ctx),
  mayKeepFacts: await hasConsent(ctx, actorId(ctx.actor) ?? 0, "demographics"),
  isSaved: url.searchParams.has("saved"),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  if (form.has("displayName")) await changeDisplayName(ctx, parseForm(form, displayNameInput));
  else {
    const { fact, value, consent } = parseForm(form, factInput);
    if (consent) await setConsent(ctx, { purpose: "demographics", given: true });
    await saveProfile(ctx, { [fact]: value ?? "" });
  }
  return redirect(`${paths.myProfile()}?saved=1`);
});

export default function Profile() {
  const t = useT();
  const { account, facts, mayKeepFacts, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const open = profileFactDefinitions.filter(({ key }) => !facts[key]);
  const failed = profileFactDefinitions.find(({ key }) => key === reply?.values?.fact);
  const asked = failed ?? open[0];
  return (
    <MyPage title={t("accounts.link_profile")} lead={t("accounts.profile_lead")} notice={isSaved && !reply ? t("common.saved") : undefined}>
      <ProblemSummary reply={reply} />
      {asked && (
        <section className="card grid gap-4">
          <p className="text-note font-semibold text-ink-3">{t("accounts.profile_open", { count: open.length })}</p>
          <FactForm key={asked.key} fact={asked} value={facts[asked.key]?.value ?? null} needsConsent={!mayKeepFacts} reply={reply} />
          <LeaveOpen fact={asked} />
        </section>
      )}
      <AnsweredFacts facts={facts} needsConsent={!mayKeepFacts} exceptKey={failed?.key} />
      <form method="post" className="card grid gap-4">
        <h2>{t("accounts.display_name")}</h2>
        <TextField
          reply={reply}
          name="displayName"
          label={t("accounts.display_name")}
          help={t("accounts.display_name_help")}
          defaultValue={account.displayName}
          autoComplete="nickname"
          required
          minLength={2}
          maxLength={40}
        />
        <button className="button quiet justify-self-start">{t("accounts.save_name")}</button>
      </form>
    </MyPage>
  );
}
