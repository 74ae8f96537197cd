import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { privacyText } from "~/features/settings/legal/privacy.server";
import { getOperator } from "~/features/settings/operator.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { LegalPage } from "./legal-page";

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "common.privacy"), text: privacyText[ctx.locale], operator: await getOperator(ctx) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Privacy() {
  const { text, operator } = useLoaderData<typeof loader>();
  return <LegalPage text={text} operator={operator} />;
}
