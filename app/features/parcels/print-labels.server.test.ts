import { and, eq } from "drizzle-orm";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { Forbidden } from "~/core/errors";
import { drawWave } from "~/features/trials/draw-wave.server";
import { grantFulfilment } from "~/features/trials/grant-fulfilment.server";
import { activity } from "~db/schema/index";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { accept, apply, createRecruiting } from "../../../tests/support/trials";
import { printPackingLabels, printStickers } from "./print-labels.server";
import { listParcels } from "./queries.server";

const textOf = async (file: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text;

describe("labels to print", () => {
  it(
    "show every code once and every address once; reading addresses is recorded, and only who packs may print",
    rolledBack(async (db) => {
      const { trialId, sari, budi, maya, dewi, rianCtx } = await createRecruiting(db);
      for (const person of [sari, budi]) await apply(db, person, trialId);
      await drawWave(rianCtx, { trialId, places: 2 });
      for (const person of [sari, budi]) await accept(db, person, trialId);
      const ctx = contextFor(db, maya);
      await expect(printStickers(ctx, trialId)).rejects.toThrow(Forbidden);
      await expect(printPackingLabels(ctx, trialId)).rejects.toThrow(Forbidden);
      await grantFulfilment(contextFor(db, dewi), { trialId, personId: maya.id, granted: true });

      const reads = () =>
        db
          .select()
          .from(activity)
          .where(and(eq(activity.kind, "address.read"), eq(activity.actorId, maya.id)));
      const stickers = await textOf(await printStickers(ctx, trialId));
      const parcels = await listParcels(ctx, trialId);
      // What follows a code is the number of its parcel, which may have three digits as well.
      const printed = stickers.replaceAll(/paket \d+/gi, "").match(/\b\d{3}\b/g);
      expect(printed?.toSorted()).toEqual(parcels.flatMap(({ codes }) => codes).toSorted());
      expect(stickers).not.toContain("Wulandari");
      expect(await reads()).toHaveLength(0);

      const labels = await textOf(await printPackingLabels(ctx, trialId));
      expect(labels.match(/Jl\. Melati No\. 7, RT 003 \/ RW 005/g)).toHaveLength(2);
      expect(labels.match(/Jakarta Pusat, DKI Jakarta 10330/g)).toHaveLength(2);
      expect(await reads()).toHaveLength(2);
    }),
  );
});
