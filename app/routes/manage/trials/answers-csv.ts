import { idFrom } from "~/core/ids";
import { exportAnswers } from "~/features/trials/export-answers.server";
import { csvDownload } from "~/http/downloads.server";
import { limitReport } from "~/http/limits.server";
import { resource } from "~/http/route.server";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = resource(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  await limitReport(ctx);
  const { header, rows } = await exportAnswers(ctx, trialId);
  return csvDownload(`answers-${trialId}.csv`, header, rows);
});
