import { idFrom } from "~/core/ids";
import { exportVersion } from "~/features/reports/export-csv.server";
import { limitReport } from "~/http/limits.server";
import { resource } from "~/http/route.server";

export const loader = resource(async ({ ctx, params }) => {
  await limitReport(ctx);
  const { name, csv } = await exportVersion(ctx, idFrom(params.id), idFrom(params.number));
  return new Response(csv, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "X-Content-Type-Options": "nosniff" },
  });
});
