import { idFrom } from "~/core/ids";
import { addressLines } from "~/features/parcels/address";
import { readPackingList } from "~/features/parcels/read-addresses.server";
import { csvDownload } from "~/http/downloads.server";
import { resource } from "~/http/route.server";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

const header = ["parcel", "codes", "state", "recipient", "mobile", "address", "kelurahan", "kecamatan", "city", "province", "postal_code", "note"];

export const loader = resource(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  const lines = await readPackingList(ctx, trialId);
  const rows = lines.map(({ participantId, codes, state, address }) => {
    const start = [participantId, codes.join(" "), state, address.recipient, address.mobile];
    if (address.where === "elsewhere") return [...start, addressLines(address).join(", "), "", "", "", "", "", address.note];
    const { kelurahan, kecamatan, city, province, postalCode, note } = address;
    return [...start, addressLines(address)[0] ?? "", kelurahan, kecamatan, city, province, postalCode, note];
  });
  return csvDownload(`packing-list-${trialId}.csv`, header, rows);
});
