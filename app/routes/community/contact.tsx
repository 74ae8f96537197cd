import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { getOperator } from "~/features/settings/operator.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { OperatorCard } from "./legal-page";

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "common.contact"), operator: await getOperator(ctx) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const reasons = ["product", "data", "verdict", "account"] as const;

export default function Contact() {
  const t = useT();
  const { operator } = useLoaderData<typeof loader>();
  return (
    <article className="mx-auto grid max-w-[760px] gap-6 pt-4">
      <div className="grid gap-2">
        <h1>{t("legal.contact_title")}</h1>
        <p className="max-w-[60ch] text-[18px] text-ink-2">{t("legal.contact_lead")}</p>
      </div>
      <OperatorCard operator={operator} />
      <section className="grid max-w-[68ch] gap-4">
        <h2>{t("legal.contact_reasons")}</h2>
        <dl className="grid gap-4">
          {reasons.map((reason) => (
            <div key={reason}>
              <dt className="font-semibold">{t(`legal.contact_${reason}`)}</dt>
              <dd className="text-ink-2">{t(`legal.contact_${reason}_text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}
