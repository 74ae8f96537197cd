import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { archiveProduct } from "~/features/products/archive-product.server";
import { archiveInput } from "~/features/products/input";
import { parseForm } from "~/http/forms.server";
import { command } from "~/http/route.server";
import { paths } from "~/paths";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const action = command(async ({ ctx, form, params }) => {
  const productId = idFrom(params.id);
  const { archived } = parseForm(form, archiveInput);
  await archiveProduct(ctx, { productId, archived: archived === "true" });
  return redirect(paths.product(productId));
});
