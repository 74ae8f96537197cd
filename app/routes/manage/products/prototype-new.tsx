import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { PrototypeFields } from "~/features/products/components/prototype-fields";
import { createPrototype } from "~/features/products/create-prototype.server";
import { newPrototypeInput } from "~/features/products/input";
import { getProduct } from "~/features/products/queries.server";
import { parseForm } from "~/http/forms.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { pageTitle } from "~/http/page-title.server";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => ({
  title: pageTitle(ctx, "products.new_prototype"),
  product: await getProduct(ctx, idFrom(params.id)),
  key: crypto.randomUUID(),
}));

export const action = command(async ({ ctx, form, params }) => {
  const productId = idFrom(params.id);
  const { key, ...fields } = parseForm(form, newPrototypeInput);
  await once(ctx, { key, use: "create-prototype" }, (inner) => createPrototype(inner, { productId, ...fields }));
  return redirect(paths.product(productId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewPrototype() {
  const t = useT();
  const locale = useLocale();
  const { product, key } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead title={t("products.new_prototype")} back={{ to: paths.product(product.id), label: localized(product.name, locale) }} />
      <Form method="post" className="grid max-w-3xl gap-6">
        <ProblemSummary reply={reply} />
        <input type="hidden" name="key" value={key} />
        <PrototypeFields reply={reply} />
        <button className="button justify-self-start">{t("products.create_prototype")}</button>
      </Form>
    </>
  );
}
