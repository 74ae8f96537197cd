import { redirect } from "@remix-run/node";
import { isLocale } from "~/core/locale";
import { idFrom } from "~/core/ids";
import { exportReport } from "~/features/reports/exports/export-report.server";
import { askForFile, stateOfFile } from "~/features/reports/exports/report-files.server";
import { limitReport } from "~/http/limits.server";
import { resource } from "~/http/route.server";
import { reportingDatabase } from "~/platform/database.server";
import { paths } from "~/paths";

/** Most documents are made within this time; for others there is a page to wait on. */
const looks = 12;
const betweenLooksMs = 400;

export const loader = resource(async ({ ctx, params, url }) => {
  const language = url.searchParams.get("language");
  const wanted = {
    trialId: idFrom(params.id),
    number: idFrom(params.number),
    format: params.format ?? "",
    locale: isLocale(language) ? language : ctx.locale,
  };
  const reading = { ...ctx, db: reportingDatabase() };
  let file = await exportReport(reading, wanted);
  if (file === null) {
    const { state } = await stateOfFile(reading, wanted);
    if (state !== "asked") {
      await limitReport(ctx);
      await askForFile(ctx, wanted);
    }
    for (let look = 0; file === null && look < looks; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
      file = await exportReport(reading, wanted);
    }
    if (file === null) return redirect(paths.reportFile(wanted.trialId, wanted.number, wanted.format, wanted.locale));
  }
  const { name, type, body } = file;
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
