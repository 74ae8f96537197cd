import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { getProduct, listProducts, listPrototypes } from "~/features/products/queries.server";
import { TrialFields } from "~/features/trials/components/trial-fields";
import { createTrial } from "~/features/trials/create-trial.server";
import { newTrialInput } from "~/features/trials/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, url }) => {
  const chosen = url.searchParams.get("product");
  const product = chosen === null ? null : await getProduct(ctx, idFrom(chosen));
  return {
    title: pageTitle(ctx, "fieldwork.new_trial"),
    product,
    products: product ? [] : (await listProducts(ctx)).items,
    prototypes: product ? await listPrototypes(ctx, product.id) : [],
    key: crypto.randomUUID(),
  };
});

export const action = command(async ({ ctx, form }) => {
  const { key, ...input } = parseForm(form, newTrialInput);
  const trialId = await once(ctx, { key, use: "create-trial" }, (inner) => createTrial(inner, input));
  return redirect(paths.manageTrial(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const ProductChoice = ({ products }: { products: ReturnType<typeof useLoaderData<typeof loader>>["products"] }) => {
  const t = useT();
  const locale = useLocale();
  if (products.length === 0)
    return (
      <EmptyState
        title={t("fieldwork.no_product_title")}
        action={
          <Link to={paths.newProduct()} className="button small">
            {t("products.new")}
          </Link>
        }
      >
        <p>{t("fieldwork.no_product_text")}</p>
      </EmptyState>
    );
  return (
    <section className="grid gap-3">
      <h2>{t("fieldwork.which_product")}</h2>
      <ul className="grid gap-3 md:grid-cols-2">
        {products.map((product) => (
          <li key={product.id} className="card relative hover:border-line-2">
            <Link to={paths.newTrial(product.id)} className="font-semibold after:absolute after:inset-0 after:rounded-card">
              {localized(product.name, locale)}
            </Link>
            <p className="text-note text-ink-3">{t("products.prototype_count", { count: product.prototypeCount })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

export default function NewTrial() {
  const t = useT();
  const locale = useLocale();
  const { product, products, prototypes, key } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!product)
    return (
      <>
        <StaffHead title={t("fieldwork.new_trial")} back={{ to: paths.manageTrials(), label: t("fieldwork.title") }} />
        <ProductChoice products={products} />
      </>
    );
  return (
    <>
      <StaffHead
        title={t("fieldwork.new_trial")}
        back={{ to: paths.product(product.id), label: localized(product.name, locale) }}
        note={<p>{t("fieldwork.new_trial_text")}</p>}
      />
      <Form method="post" className="grid max-w-4xl gap-6">
        <ProblemSummary reply={reply} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="productId" value={product.id} />
        <TrialFields prototypes={prototypes} chosen={prototypes.map(({ id }) => id)} reply={reply} />
        <button className="button justify-self-start">{t("fieldwork.create")}</button>
      </Form>
    </>
  );
}
