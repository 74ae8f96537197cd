import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { introductionLimit } from "~/features/reports/assembling/assembly";
import { blockFrom, introductionInput } from "~/features/reports/assembling/input";
import { getIntroduction, writeIntroduction } from "~/features/reports/assembling/introduction.server";
import { blockHeading } from "~/features/reports/block-names";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";
import { StaffHead } from "~/ui/staff-head";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const block = blockFrom(params.block);
  const { trial, revision, introduction } = await getIntroduction(ctx, idFrom(params.id), block);
  return { title: pageTitle(ctx, "document.introduction_title"), trialId: trial.id, block, revision, introduction };
});

export const action = command(async ({ ctx, form, params }) => {
  const [trialId, block] = [idFrom(params.id), blockFrom(params.block)];
  await writeIntroduction(ctx, { trialId, block, ...parseForm(form, introductionInput) });
  return redirect(`${paths.reportOutline(trialId)}#part-${block}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function IntroductionPage() {
  const t = useT();
  const { trialId, block, revision, introduction } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const label = t("document.introduction");
  return (
    <>
      <StaffHead
        title={t("document.introduction_of", { name: t(blockHeading(block)) })}
        back={{ to: paths.reportOutline(trialId), label: t("document.outline_title") }}
        note={<p>{t("document.introduction_note")}</p>}
      />
      <Form method="post" className="grid max-w-4xl gap-6">
        <ProblemSummary reply={reply} />
        <StaleNotice reply={reply} labels={{ "introduction.en": `${label} (EN)`, "introduction.id": `${label} (ID)` }} />
        <input type="hidden" name="revision" value={revisionOf(reply, revision)} />
        <LocalizedField
          name="introduction"
          label={label}
          help={t("document.introduction_help", { most: introductionLimit })}
          value={introduction}
          reply={reply}
          rows={6}
          maxLength={introductionLimit}
          optional
        />
        <div className="flex flex-wrap gap-2">
          <button className="button">{t("common.save")}</button>
          <Link to={paths.reportOutline(trialId)} className="button quiet">
            {t("common.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
