import type { MetaFunction } from "@remix-run/node";
import { page } from "~/http/route.server";
import { useRoot } from "~/http/root-data";
import { useT } from "~/i18n/language";
import { authorize } from "~/policy/can";
import type { StaffHandle } from "./layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx }) => {
  authorize(ctx.actor, "enter-workshop", null);
  return null;
});

export const meta: MetaFunction = () => [{ title: "Kawan" }];

export default function Workshop() {
  const t = useT();
  const { person } = useRoot();
  return <h1>{t("staff.hello", { name: person?.displayName ?? "" })}</h1>;
}
