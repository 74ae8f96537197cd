// Accepting a place, in two steps: the confidentiality notice on a screen of its own, then the address with its consent.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { consentNotices } from "~/features/accounts/consent";
import { ForeignAddressFields, IndonesianAddressFields } from "~/features/parcels/components/address-fields";
import { acceptPlace } from "~/features/trials/accept-place.server";
import { acceptanceInput, acceptanceStep } from "~/features/trials/input";
import { getOffer } from "~/features/trials/member.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Checkbox, ProblemSummary, type Reply } from "~/ui/field";

export const loader = page(async ({ ctx, params }) => {
  const offer = await getOffer(ctx, idFrom(params.id));
  if (offer.state === "accepted") throw redirect(paths.myTrial(offer.trialId));
  if (offer.state !== "chosen") throw redirect(paths.trial(offer.trialId));
  return { title: pageTitle(ctx, "trials.accept_title"), offer };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { step, where } = parseForm(form, acceptanceStep);
  // The next step is shown to whoever has been offered a place, and to nobody else.
  if (step === "address" && (await getOffer(ctx, trialId)).state !== "chosen") return redirect(paths.trial(trialId));
  if (step === "address") return { problems: {}, values: { confidentiality: "yes", where } };
  const { addressConsent: _, ...address } = parseForm(form, acceptanceInput);
  const { participantId } = await acceptPlace(ctx, { trialId, confidentiality: true, address });
  return redirect(participantId === null ? paths.trial(trialId) : paths.myTrial(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const Confidentiality = ({ text }: { text: string }) => {
  const t = useT();
  return (
    <form method="post" className="grid gap-5">
      <input type="hidden" name="step" value="address" />
      <section className="card grid gap-3">
        <h2>{t("trials.confidentiality")}</h2>
        <p className="whitespace-pre-line">{text}</p>
      </section>
      <Checkbox name="confidentiality" value="yes" required label={t("trials.confidentiality_agree")} />
      <button className="button justify-self-start">{t("common.next")}</button>
    </form>
  );
};

const AddressForm = ({ reply }: { reply: Reply }) => {
  const t = useT();
  const locale = useLocale();
  const isElsewhere = reply?.values?.where === "elsewhere";
  const other = isElsewhere ? "indonesia" : "elsewhere";
  return (
    <>
      <form method="post" className="grid gap-5">
        <input type="hidden" name="confidentiality" value="yes" />
        {isElsewhere ? <ForeignAddressFields reply={reply} /> : <IndonesianAddressFields reply={reply} />}
        <div className="rounded-card bg-leaf-tint p-4">
          <Checkbox
            name="addressConsent"
            defaultChecked={reply?.values?.addressConsent === "on"}
            required
            label={localized(consentNotices.delivery_address.text, locale)}
            help={localized(consentNotices.delivery_address.withdrawal, locale)}
            reply={reply}
          />
        </div>
        <button className="button justify-self-start">{t("trials.accept")}</button>
      </form>
      <form method="post" className="border-t border-line pt-3">
        <input type="hidden" name="confidentiality" value="yes" />
        <input type="hidden" name="step" value="address" />
        <button className="link min-h-11 text-label" name="where" value={other}>
          {t(`trials.address_${other}`)}
        </button>
      </form>
    </>
  );
};

export default function Accept() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { offer } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const isAccepted = reply?.values?.confidentiality === "yes";
  return (
    <div className="mx-auto grid max-w-[620px] gap-6">
      <header className="grid gap-2">
        <p className="text-label font-semibold text-ink-2">
          {localized(offer.name, locale)} · {t("trials.step_of", { step: isAccepted ? 2 : 1, steps: 2 })}
        </p>
        <h1>{t(isAccepted ? "trials.address_title" : "trials.accept_title")}</h1>
        {offer.answerBy && <p className="text-ink-2">{t("trials.standing_chosen_text", { until: format.dateTime(offer.answerBy) })}</p>}
      </header>
      <ProblemSummary reply={reply} />
      {isAccepted ? <AddressForm reply={reply} /> : <Confidentiality text={localized(offer.confidentiality, locale)} />}
      <form method="post" action={paths.declinePlace(offer.trialId)}>
        <button className="link min-h-11 text-label">{t("trials.decline")}</button>
      </form>
    </div>
  );
}
