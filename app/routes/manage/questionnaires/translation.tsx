// Both languages side by side, with how complete each is.
import { Link, useLoaderData, useSearchParams, type MetaFunction } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { Completeness } from "~/features/questionnaires/builder/outline";
import { TranslationTable } from "~/features/questionnaires/builder/translation-table";
import { useBuilder } from "~/features/questionnaires/builder/use-builder";
import { getQuestionnaire } from "~/features/questionnaires/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => ({
  questionnaire: await getQuestionnaire(ctx, idFrom(params.id)),
  title: pageTitle(ctx, "builder.translation_title"),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Translation() {
  const t = useT();
  const locale = useLocale();
  const { questionnaire } = useLoaderData<typeof loader>();
  const builder = useBuilder(questionnaire);
  const [search] = useSearchParams();
  const onlyMissing = search.get("only") === "missing";
  const isUnsaved = Object.values(builder.state.saves).some((save) => save.status !== "saved");
  return (
    <>
      <StaffHead title={t("builder.translation_title")} back={{ to: paths.builder(questionnaire.id), label: localized(questionnaire.title, locale) }} />
      <div className="mb-6 flex max-w-5xl flex-wrap items-end gap-4">
        <div className="w-80 max-w-full">
          <Completeness drafts={builder.state.drafts} />
        </div>
        <Link className="button quiet small" to={paths.translation(questionnaire.id, onlyMissing ? undefined : "missing")}>
          {t(onlyMissing ? "builder.translation_all" : "builder.translation_missing")}
        </Link>
        <p role="status" className="text-label text-ink-2">
          {t(isUnsaved ? "builder.status_saving" : "builder.status_saved")}
        </p>
      </div>
      <TranslationTable builder={builder} isReadOnly={questionnaire.isFrozen} onlyMissing={onlyMissing} />
    </>
  );
}
