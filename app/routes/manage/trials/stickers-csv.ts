import { idFrom } from "~/core/ids";
import { listParcels } from "~/features/parcels/queries.server";
import { csvDownload } from "~/http/downloads.server";
import { resource } from "~/http/route.server";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

/** One line per bottle, box or bag: the parcel that it goes into, and the code to stick on it. */
export const loader = resource(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  const parcels = (await listParcels(ctx, trialId)).filter(({ state }) => state === "waiting" || state === "packed");
  const rows = parcels.flatMap(({ participantId, codes }) => codes.map((code, index) => [participantId, index + 1, code]));
  return csvDownload(`stickers-${trialId}.csv`, ["parcel", "position", "code"], rows);
});
