import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { ChangeFields, DecisionNote } from "~/features/reports/changes/components/change-form";
import { newChangeInput } from "~/features/reports/changes/input";
import { prepareChange } from "~/features/reports/changes/prepare-change.server";
import { createChange } from "~/features/reports/changes/write-change.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, Select } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

const optionalId = (text: string | null) => (text ? idFrom(text) : null);

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "reports.change_new"),
  key: crypto.randomUUID(),
  ...(await prepareChange(ctx, { decisionId: optionalId(url.searchParams.get("decision")), ideaId: optionalId(url.searchParams.get("idea")) })),
}));

export const action = command(async ({ ctx, form }) => {
  const { key, ...input } = parseForm(form, newChangeInput);
  const id = await once(ctx, { key, use: "create-change" }, (inner) => createChange(inner, input));
  return redirect(paths.manageChange(id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewChange() {
  const t = useT();
  const locale = useLocale();
  const { key, decision, products, productId, ideas, quotations, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead title={t("reports.change_new")} back={{ to: paths.manageChanges(), label: t("changes.title") }} />
      {!decision && products.length === 0 ? (
        <EmptyState title={t("reports.change_no_product")} />
      ) : (
        <Form method="post" className="grid max-w-4xl gap-6">
          <ProblemSummary reply={reply} />
          <input type="hidden" name="key" value={key} />
          {decision ? (
            <>
              <input type="hidden" name="decisionId" value={decision.id} />
              <input type="hidden" name="productId" value={decision.productId} />
              <DecisionNote finding={decision.finding} note={decision.note} />
            </>
          ) : (
            <Select name="productId" label={t("reports.change_field_product")} reply={reply} required defaultValue={productId ?? undefined}>
              {products.map((product) => (
                <option key={product.id} value={product.id}>
                  {localized(product.name, locale)}
                </option>
              ))}
            </Select>
          )}
          <ChangeFields values={values} ideas={ideas} quotations={quotations} reply={reply} />
          <button className="button justify-self-start">{t("reports.change_save_draft")}</button>
        </Form>
      )}
    </>
  );
}
