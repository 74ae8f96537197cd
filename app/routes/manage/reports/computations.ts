// How far the long computations of a report are, read while its page is open; asked for again where they were interrupted.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { beginReportAnew, listReportProgress } from "~/features/reports/later/report-progress.server";
import { limitReport } from "~/http/limits.server";
import { endpoint, resource } from "~/http/route.server";
import { paths } from "~/paths";

const idIn = (url: URL, name: "segment" | "awaited") => {
  const given = url.searchParams.get(name);
  return given ? idFrom(given) : null;
};

export const loader = resource(async ({ ctx, params, url }) => {
  const dataHash = (url.searchParams.get("hash") ?? "").slice(0, 64);
  const watched = { trialId: idFrom(params.id), segmentId: idIn(url, "segment"), awaited: idIn(url, "awaited"), dataHash };
  return Response.json({ later: await listReportProgress(ctx, watched) });
});

export const action = endpoint(async ({ ctx, params, url }) => {
  const [trialId, segmentId] = [idFrom(params.id), idIn(url, "segment")];
  await limitReport(ctx);
  await beginReportAnew(ctx, { trialId, segmentId });
  return redirect(paths.report(trialId, segmentId === null ? {} : { segment: String(segmentId) }));
});
