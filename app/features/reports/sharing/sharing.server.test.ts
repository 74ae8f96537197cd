import { createReadStream, readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { visitor } from "~/core/context";
import { Forbidden, NotFound, SignInRequired } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { writeConsent } from "~/features/accounts/consent.server";
import { importTrial } from "~/features/trials/import/import-trial.server";
import type { Database } from "~db/client.server";
import { activity, participants, products, reportShares, reportVersions, responses } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../../tests/support/database";
import { publishReport } from "../publish-report.server";
import { setExclusion } from "../set-exclusion.server";
import { listShares, openSharedVersion } from "./queries.server";
import { revokeShare, shareVersion } from "./share-version.server";

const carrots = "db/seed/studies/carrots";
const month = { note: "Agency", days: 30 };

const importCarrots = async (db: Database) => {
  const cast = await createCast(db);
  const csv = createReadStream(`${carrots}/data.csv`);
  const { trialId } = await importTrial(contextFor(db), { map: readFileSync(`${carrots}/map.json`, "utf8"), csv, dryRun: false });
  await db.update(products).set({ teamId: cast.teamId });
  return { cast, trialId: trialId! };
};

const sharedCarrots = async (db: Database) => {
  const { cast, trialId } = await importCarrots(db);
  await publishReport(contextFor(db), { trialId });
  const share = await shareVersion(contextFor(db, cast.rian), { trialId, number: 1, ...month });
  return { cast, trialId, ...share };
};

const stranger = (db: Database, now = noon) => contextFor(db, visitor, now);

describe("a link to a version", () => {
  it(
    "opens without an account, and each opening is recorded and counted",
    rolledBack(async (db) => {
      const { cast, trialId, id, token } = await sharedCarrots(db);
      const { content, number } = await openSharedVersion(stranger(db), token);
      expect([number, content.prototypes.length]).toEqual([1, 12]);
      await openSharedVersion(stranger(db), token);
      const opened = await db
        .select()
        .from(activity)
        .where(and(eq(activity.kind, "report.share_opened"), eq(activity.subjectId, String(id))));
      expect(opened.map(({ actorId }) => actorId)).toEqual([null, null]);
      expect((await listShares(contextFor(db, cast.rian), trialId, 1)).shares).toMatchObject([{ id, note: "Agency", opened: 2, revokedAt: null }]);
    }),
    30_000,
  );

  it(
    "opens nothing once it has ended or was taken back, and nothing tells the two from a link that never was",
    rolledBack(async (db) => {
      const { cast, token, id } = await sharedCarrots(db);
      await openSharedVersion(stranger(db, after(noon, 30 * dayInMs - 1)), token);
      await expect(openSharedVersion(stranger(db, after(noon, 30 * dayInMs)), token)).rejects.toThrow(NotFound);
      await revokeShare(contextFor(db, cast.rian), id);
      await revokeShare(contextFor(db, cast.rian), id);
      await expect(openSharedVersion(stranger(db), token)).rejects.toThrow(NotFound);
      await expect(openSharedVersion(stranger(db), "A".repeat(43))).rejects.toThrow(NotFound);
      await expect(openSharedVersion(stranger(db), "\0")).rejects.toThrow(NotFound);
      expect(await db.select().from(activity).where(eq(activity.kind, "report.share_revoked"))).toHaveLength(1);
    }),
    30_000,
  );

  it(
    "cannot be read from the database",
    rolledBack(async (db) => {
      const { token } = await sharedCarrots(db);
      expect(JSON.stringify(await db.select().from(reportShares))).not.toContain(token);
    }),
    30_000,
  );

  it(
    "is made and taken back by the managers of the team alone",
    rolledBack(async (db) => {
      const { cast, trialId, id } = await sharedCarrots(db);
      await expect(shareVersion(contextFor(db, cast.maya), { trialId, number: 1, ...month })).rejects.toThrow(Forbidden);
      await expect(revokeShare(contextFor(db, cast.maya), id)).rejects.toThrow(Forbidden);
      await expect(revokeShare(contextFor(db, cast.sari), id)).rejects.toThrow(Forbidden);
      await expect(revokeShare(stranger(db), id)).rejects.toThrow(SignInRequired);
      await expect(listShares(contextFor(db, cast.maya), trialId, 1)).rejects.toThrow(Forbidden);
    }),
    30_000,
  );

  it(
    "shows no number of a person, no reason, no id, and words only while their author agrees",
    rolledBack(async (db) => {
      const { cast, trialId } = await importCarrots(db);
      const [first, second] = await db.select().from(participants).where(eq(participants.trialId, trialId)).orderBy(participants.id).limit(2);
      await setExclusion(contextFor(db, cast.dewi), { trialId, participantId: first!.id, isExcluded: true, reason: "Budi said so" });
      await publishReport(contextFor(db), { trialId });
      await db.update(participants).set({ personId: cast.sari.id }).where(eq(participants.id, second!.id));
      const { token } = await shareVersion(contextFor(db, cast.rian), { trialId, number: 1, ...month });
      const { content } = await openSharedVersion(stranger(db), token);
      const base = content.blocks.find((block) => block.block === "base")!;
      expect(base.exclusions).toMatchObject([{ person: 1 }]);
      expect(JSON.stringify(content)).not.toContain("Budi");
      const [response] = await db.select().from(responses).where(eq(responses.participantId, second!.id)).limit(1);
      const [version] = await db.select().from(reportVersions);
      const words = { response: response!.id, code: null, excerpt: "As crisp as the first day of rain" };
      const block = { block: "quotations" as const, questions: [{ key: "why", text: { en: "Why?", id: "Mengapa?" }, remarks: 1, quotations: [words] }] };
      await db
        .insert(reportVersions)
        .values({ ...version!, id: undefined, number: 2, content: { ...version!.content, blocks: [...version!.content.blocks, block] } });
      const later = await shareVersion(contextFor(db, cast.rian), { trialId, number: 2, ...month });
      const shown = async () => JSON.stringify((await openSharedVersion(stranger(db), later.token)).content);
      expect(await shown()).not.toContain("As crisp");
      await writeConsent(contextFor(db, cast.sari), cast.sari.id, { purpose: "quotations", given: true });
      expect(await shown()).toContain("As crisp");
      expect(await shown()).not.toContain(`"response":${response!.id},`);
      await writeConsent(contextFor(db, cast.sari), cast.sari.id, { purpose: "quotations", given: false });
      expect(await shown()).not.toContain("As crisp");
    }),
    30_000,
  );
});
