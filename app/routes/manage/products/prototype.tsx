import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { PrototypeFields, usePrototypeLabels } from "~/features/products/components/prototype-fields";
import { editPrototype } from "~/features/products/edit-prototype.server";
import { prototypeEditInput } from "~/features/products/input";
import { getPrototype } from "~/features/products/queries.server";
import { parseForm } from "~/http/forms.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { pageTitle } from "~/http/page-title.server";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const found = await getPrototype(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "staff.page_named", { name: found.prototype.name }), ...found };
});

export const action = command(async ({ ctx, form, params }) => {
  await editPrototype(ctx, { prototypeId: idFrom(params.id), ...parseForm(form, prototypeEditInput) });
  return { saved: true as const, problems: undefined, values: undefined, current: undefined };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Prototype() {
  const t = useT();
  const locale = useLocale();
  const { product, prototype } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead title={prototype.name} back={{ to: paths.product(product.id), label: localized(product.name, locale) }}>
        {prototype.isBenchmark && <span className="chip lagoon">{t("products.benchmark")}</span>}
      </StaffHead>
      <Form method="post" className="grid max-w-3xl gap-6" key={prototype.revision}>
        <ProblemSummary reply={reply} />
        <StaleNotice reply={reply} labels={usePrototypeLabels()} />
        <input type="hidden" name="revision" value={revisionOf(reply, prototype.revision)} />
        <PrototypeFields prototype={prototype} reply={reply} />
        <div className="flex flex-wrap items-center gap-3">
          <button className="button small">{t("common.save")}</button>
          <span role="status" className="text-label text-ink-2">
            {reply && "saved" in reply && t("common.saved")}
          </span>
        </div>
      </Form>
    </>
  );
}
