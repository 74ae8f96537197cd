import { isLocale } from "~/core/locale";
import { idFrom } from "~/core/ids";
import { exportReport } from "~/features/reports/exports/export-report.server";
import { limitReport } from "~/http/limits.server";
import { resource } from "~/http/route.server";
import { reportingDatabase } from "~/platform/database.server";

export const loader = resource(async ({ ctx, params, url }) => {
  await limitReport(ctx);
  const language = url.searchParams.get("language");
  const { name, type, body } = await exportReport(
    { ...ctx, db: reportingDatabase() },
    { trialId: idFrom(params.id), number: idFrom(params.number), format: params.format ?? "", locale: isLocale(language) ? language : ctx.locale },
  );
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
