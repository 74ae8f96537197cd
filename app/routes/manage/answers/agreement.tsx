// Whether two who read the same answers saw the same in them, and what they settle where they did not.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { compareCoders, getAgreement, settleAnswer } from "~/features/themes/compare-coders.server";
import { AgreementCard } from "~/features/themes/components/agreement-card";
import { CodingPage } from "~/features/themes/components/coding-head";
import { DisagreementCard } from "~/features/themes/components/disagreement-card";
import { agreementInput } from "~/features/themes/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, type Reply } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const found = await getAgreement(ctx, idFrom(params.id), url.searchParams.get("question"));
  return { title: pageTitle(ctx, "staff.page_named", { name: localized(found.trial.name, ctx.locale) }), ...found };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { question: questionKey, ...input } = parseForm(form, agreementInput);
  if (input.act === "compare") await compareCoders(ctx, { trialId, questionKey });
  else await settleAnswer(ctx, { trialId, questionKey, responseId: input.responseId, themeIds: input.act === "settle" ? input.themes : null });
  const place = input.act === "compare" ? "" : `#answer-${input.responseId}`;
  return redirect(`${paths.trialAgreement(trialId, questionKey)}${place}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialAgreement() {
  const t = useT();
  const { themes, coders, agreement, disagreements, open, ownCoded, compared, total, ...frame } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as Reply;
  const { id } = frame.trial;
  return (
    <CodingPage {...frame} to={(question) => paths.trialAgreement(id, question)}>
      {({ key }) => (
        <div className="grid max-w-4xl gap-6">
          <ProblemSummary reply={reply} />
          {agreement === null ? (
            <EmptyState title={t(coders === 0 ? "themes.nobody_coded" : "themes.coded_once")}>
              <p>{t("themes.coded_once_text")}</p>
            </EmptyState>
          ) : (
            <AgreementCard agreement={agreement} themes={themes} total={total} />
          )}
          {!compared && coders > 0 && (
            <Form method="post" className="grid justify-items-start gap-2 rounded-card bg-sunken p-5">
              <input type="hidden" name="question" value={key} />
              <p className="max-w-[64ch]">{t(ownCoded > 0 ? "themes.compare_note" : "themes.compare_note_reader", { count: ownCoded })}</p>
              <button name="act" value="compare" className="button small">
                {t("themes.compare")}
              </button>
            </Form>
          )}
          {compared && agreement !== null && (
            <section className="grid gap-3">
              <h2>{t("themes.disagreements")}</h2>
              <p className="text-label text-ink-2">{disagreements.length === 0 ? t("themes.no_disagreement") : t("themes.to_settle", { count: open })}</p>
              {disagreements.map((each) => (
                <DisagreementCard key={each.responseId} disagreement={each} themes={themes} question={key} />
              ))}
            </section>
          )}
        </div>
      )}
    </CodingPage>
  );
}
