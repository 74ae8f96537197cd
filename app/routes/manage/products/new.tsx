import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/features/activity/once.server";
import { createProduct } from "~/features/products/create-product.server";
import { ProductFields } from "~/features/products/components/product-fields";
import { newProductInput } from "~/features/products/input";
import { listOwnTeams } from "~/features/products/queries.server";
import { parseForm } from "~/http/forms.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { pageTitle } from "~/http/page-title.server";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, Select } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "products.new"), teams: await listOwnTeams(ctx), key: crypto.randomUUID() }));

export const action = command(async ({ ctx, form }) => {
  const { key, ...input } = parseForm(form, newProductInput);
  const id = await once(ctx, { key, use: "create-product" }, (inner) => createProduct(inner, input));
  return redirect(paths.product(id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewProduct() {
  const t = useT();
  const { teams, key } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead title={t("products.new")} back={{ to: paths.products(), label: t("products.title") }} />
      {teams.length === 0 ? (
        <EmptyState title={t("products.no_team_title")}>
          <p>{t("products.no_team_text")}</p>
        </EmptyState>
      ) : (
        <Form method="post" className="grid max-w-3xl gap-6">
          <ProblemSummary reply={reply} />
          <input type="hidden" name="key" value={key} />
          <ProductFields reply={reply} />
          <Select name="teamId" label={t("products.team")} help={t("products.team_help")} reply={reply} required>
            {teams.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </Select>
          <button className="button justify-self-start">{t("products.create")}</button>
        </Form>
      )}
    </>
  );
}
