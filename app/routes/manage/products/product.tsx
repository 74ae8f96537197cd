import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { ProductFields, useProductLabels } from "~/features/products/components/product-fields";
import { editProduct } from "~/features/products/edit-product.server";
import { productEditInput } from "~/features/products/input";
import { getProduct, listPrototypes } from "~/features/products/queries.server";
import { hasProductStory } from "~/features/reports/changes/product-page.server";
import { StateChip } from "~/features/trials/components/trial-frame";
import { listTrialsToRun } from "~/features/trials/queries.server";
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
  const product = await getProduct(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(product.name, ctx.locale) }),
    product,
    prototypes: await listPrototypes(ctx, product.id),
    hasStory: await hasProductStory(ctx, product.id),
    trials: (await listTrialsToRun(ctx, { productId: product.id })).items,
  };
});

export const action = command(async ({ ctx, form, params }) => {
  await editProduct(ctx, { productId: idFrom(params.id), ...parseForm(form, productEditInput) });
  return { saved: true as const, problems: undefined, values: undefined, current: undefined };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Product() {
  const t = useT();
  const locale = useLocale();
  const { product, prototypes, trials, hasStory } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const labels = useProductLabels();
  const addPrototype = (
    <Link to={paths.newPrototype(product.id)} className="button quiet small">
      <Plus className="size-4" aria-hidden="true" />
      {t("products.new_prototype")}
    </Link>
  );
  return (
    <>
      <StaffHead
        title={localized(product.name, locale)}
        back={{ to: paths.products(), label: t("products.title") }}
        note={
          <p className="text-label">
            {product.teamName}
            {product.archivedAt && <span className="chip ms-3">{t("products.archived")}</span>}
            {hasStory && (
              <>
                {" "}
                ·{" "}
                <Link to={paths.productStory(product.id)} className="link">
                  {t("changes.product_see")}
                </Link>
              </>
            )}
          </p>
        }
      >
        {!product.archivedAt && (
          <Link to={paths.newTrial(product.id)} className="button small">
            {t("products.new_trial")}
          </Link>
        )}
      </StaffHead>
      <div className="grid items-start gap-8 min-[1200px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <section className="grid gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2>{t("products.prototypes")}</h2>
            {prototypes.length > 0 && addPrototype}
          </div>
          {prototypes.length === 0 ? (
            <div className="grid justify-items-start gap-3 rounded-card bg-sunken p-5">
              <p className="text-ink-2">{t("products.no_prototypes")}</p>
              {addPrototype}
            </div>
          ) : (
            <ul className="grid gap-3">
              {prototypes.map((prototype) => (
                <li key={prototype.id} className="card relative grid gap-1 hover:border-line-2">
                  <div className="flex flex-wrap items-center gap-2">
                    <h3>
                      <Link to={paths.prototype(prototype.id)} className="after:absolute after:inset-0 after:rounded-card">
                        {prototype.name}
                      </Link>
                    </h3>
                    {prototype.isBenchmark && <span className="chip lagoon">{t("products.benchmark")}</span>}
                  </div>
                  <p className="text-label text-ink-2">{localized(prototype.description, locale)}</p>
                  {prototype.allergens && <p className="text-note text-ink-3">{t("products.contains", { allergens: prototype.allergens })}</p>}
                </li>
              ))}
            </ul>
          )}
          {trials.length > 0 && (
            <>
              <h2 className="mt-5">{t("products.trials")}</h2>
              <ul className="divide-y divide-line rounded-card border border-line bg-surface">
                {trials.map((trial) => (
                  <li key={trial.id} className="relative flex flex-wrap items-center justify-between gap-3 px-5 py-3 hover:bg-sunken">
                    <Link to={paths.manageTrial(trial.id)} className="font-semibold after:absolute after:inset-0">
                      {localized(trial.name, locale)}
                    </Link>
                    <StateChip state={trial.state} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section className="grid gap-5">
          <h2>{t("products.about")}</h2>
          <Form method="post" className="grid gap-5" key={product.revision}>
            <ProblemSummary reply={reply} />
            <StaleNotice reply={reply} labels={labels} />
            <input type="hidden" name="revision" value={revisionOf(reply, product.revision)} />
            <ProductFields product={product} reply={reply} />
            <div className="flex flex-wrap items-center gap-3">
              <button className="button small">{t("common.save")}</button>
              <span role="status" className="text-label text-ink-2">
                {reply && "saved" in reply && t("common.saved")}
              </span>
            </div>
          </Form>
          <form method="post" action={paths.productArchive(product.id)} className="border-t border-line pt-4">
            <input type="hidden" name="archived" value={product.archivedAt ? "false" : "true"} />
            <button className="link text-label">{t(product.archivedAt ? "products.restore" : "products.archive")}</button>
          </form>
        </section>
      </div>
    </>
  );
}
