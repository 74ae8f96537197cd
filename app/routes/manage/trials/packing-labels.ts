import { idFrom } from "~/core/ids";
import { pdfDownload } from "~/http/downloads.server";
import { resource } from "~/http/route.server";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = resource(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  // Typesetting is much code that few requests need.
  const { printPackingLabels } = await import("~/features/parcels/print-labels.server");
  return pdfDownload(`packing-labels-${trialId}.pdf`, await printPackingLabels(ctx, trialId));
});
