import { idFrom } from "~/core/ids";
import { getCrosstab } from "~/features/reports/crosstabs/get-crosstab.server";
import { readSearch } from "~/features/reports/crosstabs/read-search.server";
import { crosstabLines } from "~/features/reports/crosstabs/write-csv.server";
import { csvDownload } from "~/http/downloads.server";
import { resource } from "~/http/route.server";
import { reportingDatabase } from "~/platform/database.server";

export const loader = resource(async ({ ctx, params, url }) => {
  const crosstab = await getCrosstab({ ...ctx, db: reportingDatabase() }, idFrom(params.id), readSearch(url));
  const { header, rows } = crosstabLines(ctx, crosstab);
  return csvDownload(`kawan-${crosstab.trial.id}-crosstab-${crosstab.spec?.question ?? ""}.csv`, header, rows);
});
