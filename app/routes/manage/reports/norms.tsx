import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { fewestOthers, getNorms } from "~/features/reports/comparing/place-among-norms.server";
import { QuestionCard } from "~/features/reports/components/questions-view";
import { smallestBase } from "~/features/reports/report";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, ...norms } = await getNorms({ ...ctx, db: reportingDatabase() }, idFrom(params.id));
  return { title: pageTitle(ctx, "segments.norms"), trial: { id: trial.id, name: trial.name, productId: trial.productId }, least: fewestOthers, ...norms };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Norms() {
  const t = useT();
  const locale = useLocale();
  const { trial, category, problem, others, least, finding } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHead
        title={t("segments.norms")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={category ? <p>{t("segments.norms_note", { category, smallest: smallestBase })}</p> : undefined}
      />
      {problem && (
        <EmptyState
          title={problem === "few" ? t("segments.norms_few", { count: others, category, least }) : t(`segments.norms_${problem}`)}
          action={
            problem === "no_category" && (
              <Link to={paths.product(trial.productId)} className="button small">
                {t("segments.norms_no_category_act")}
              </Link>
            )
          }
        />
      )}
      {finding && <QuestionCard question={finding} />}
    </>
  );
}
