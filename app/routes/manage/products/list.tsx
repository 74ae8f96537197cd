import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { localized } from "~/core/locale";
import { listProducts } from "~/features/products/queries.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { pageTitle } from "~/http/page-title.server";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, url }) => {
  const isArchive = url.pathname.replace(/\.data$/, "") === paths.archivedProducts();
  return {
    title: pageTitle(ctx, "products.title"),
    isArchive,
    products: await listProducts(ctx, { archived: isArchive, after: url.searchParams.get("after") }),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Products() {
  const t = useT();
  const locale = useLocale();
  const { products, isArchive } = useLoaderData<typeof loader>();
  const create = (
    <Link to={paths.newProduct()} className="button small">
      <Plus className="size-4" aria-hidden="true" />
      {t("products.new")}
    </Link>
  );
  return (
    <>
      <StaffHead
        title={t(isArchive ? "products.archive_title" : "products.title")}
        back={isArchive ? { to: paths.products(), label: t("products.title") } : undefined}
      >
        {!isArchive && products.items.length > 0 && create}
      </StaffHead>
      {products.items.length === 0 ? (
        <EmptyState title={t(isArchive ? "products.archive_empty" : "products.empty_title")} action={isArchive ? undefined : create}>
          {!isArchive && <p>{t("products.empty_text")}</p>}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 md:grid-cols-2 2xl:grid-cols-3">
          {products.items.map((product) => (
            <li key={product.id} className="card relative grid content-start gap-1.5 hover:border-line-2">
              <h2 className="text-[17px]">
                <Link to={paths.product(product.id)} className="after:absolute after:inset-0 after:rounded-card">
                  {localized(product.name, locale)}
                </Link>
              </h2>
              <p className="line-clamp-2 text-label text-ink-2">{localized(product.description, locale)}</p>
              <p className="mt-1 text-note text-ink-3">
                {product.teamName} · {t("products.prototype_count", { count: product.prototypeCount })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-6 flex gap-5 text-label">
        {products.next && (
          <Link className="link" to={`?after=${products.next}`}>
            {t("common.more")}
          </Link>
        )}
        {!isArchive && (
          <Link className="link" to={paths.archivedProducts()}>
            {t("products.archive_title")}
          </Link>
        )}
      </p>
    </>
  );
}
