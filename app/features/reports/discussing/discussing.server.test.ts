import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { system, visitor, type Actor } from "~/core/context";
import { Conflict, Forbidden, NotFound, SignInRequired } from "~/core/errors";
import type { Database } from "~db/client.server";
import { activity, reportComments, reportVersions } from "~db/schema/index";
import { createCast, createPerson } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { sheetsOf, slidesOf, textOfPdf } from "../../../../tests/support/read-files";
import { likingAndWhen, storeStudy } from "../../../../tests/support/stored-study";
import { assignBlock } from "../assigning/assign-block.server";
import { writeIntroduction } from "../assembling/introduction.server";
import { findWork } from "../assembling/work.server";
import { exportReport } from "../exports/export-report.server";
import { exportFormats, isDocument, type DocumentFormat } from "../exports/formats";
import { makeDocument } from "../exports/make-document.server";
import { publishReport } from "../publish-report.server";
import { getReport, getVersion } from "../queries.server";
import { openSharedVersion } from "../sharing/queries.server";
import { shareVersion } from "../sharing/share-version.server";
import { openThreads, threadsOf } from "./comment";
import { findComments, listOpenThreads } from "./queries.server";
import { addComment, editComment, setCommentRemoved, setThreadResolved } from "./write-comment.server";

const setUp = async (db: Database) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    questions: likingAndWhen,
    people: 30,
    answer: (person, prototype, key) => (key === "liking" ? 1 + ((person + prototype * 2) % 9) : "morning"),
  });
  const as = (actor: Actor) => contextFor(db, actor);
  const say = (actor: Actor, body: string, parentId?: number) => addComment(as(actor), { trialId, block: "liking", body, parentId });
  const all = async () => findComments(as(cast.dewi), (await getReport(as(cast.dewi), trialId)).report.id);
  return { cast, trialId, as, say, all };
};

describe("comments on a part of a report", () => {
  it(
    "make threads, which are settled and opened again, the latter also by a reply",
    rolledBack(async (db) => {
      const { cast, trialId, as, say, all } = await setUp(db);
      const first = await say(cast.maya, "Is the scale right?");
      const reply = await say(cast.rian, "It is", first);
      await say(cast.rian, "Another matter");
      expect(threadsOf(await all()).map(({ body, replies }) => [body, replies.map((each) => each.author)])).toEqual([
        ["Is the scale right?", ["Rian"]],
        ["Another matter", []],
      ]);
      await setThreadResolved(as(cast.rian), { commentId: first, resolved: true });
      await setThreadResolved(as(cast.rian), { commentId: first, resolved: true });
      expect((await listOpenThreads(as(cast.maya), trialId)).threads.map(({ body }) => body)).toEqual(["Another matter"]);
      await say(cast.maya, "Not quite", first);
      expect((await listOpenThreads(as(cast.maya), trialId)).threads).toHaveLength(2);
      await expect(setThreadResolved(as(cast.rian), { commentId: reply, resolved: true })).rejects.toThrow(NotFound);
      expect(await db.select().from(activity).where(eq(activity.kind, "report.comment_resolved"))).toHaveLength(1);
    }),
  );

  it(
    "are answered one level deep and where they were made",
    rolledBack(async (db) => {
      const { cast, trialId, as, say } = await setUp(db);
      const first = await say(cast.maya, "One");
      const reply = await say(cast.rian, "Two", first);
      await expect(say(cast.maya, "Three", reply)).rejects.toThrow(NotFound);
      await expect(addComment(as(cast.maya), { trialId, block: "base", body: "Elsewhere", parentId: first })).rejects.toThrow(NotFound);
    }),
  );

  it(
    "are rewritten by their author only, and a second window that is behind is told",
    rolledBack(async (db) => {
      const { cast, as, say, all } = await setUp(db);
      const id = await say(cast.maya, "Before");
      await expect(editComment(as(cast.dewi), { commentId: id, body: "Not mine", revision: 1 })).rejects.toThrow(Forbidden);
      await editComment(as(cast.maya), { commentId: id, body: "After", revision: 1 });
      const late = editComment(as(cast.maya), { commentId: id, body: "Late", revision: 1 });
      await expect(late).rejects.toThrow(Conflict);
      await expect(late).rejects.toMatchObject({ current: { revision: 2, values: { body: "After" } } });
      expect((await all())[0]).toMatchObject({ body: "After" });
      expect((await all())[0]!.editedAt).not.toBeNull();
    }),
  );

  it(
    "leave a trace when their author removes them, without their words, and can be put back",
    rolledBack(async (db) => {
      const { cast, as, say, all } = await setUp(db);
      const id = await say(cast.maya, "Never mind");
      await expect(setCommentRemoved(as(cast.rian), { commentId: id, removed: true })).rejects.toThrow(Forbidden);
      await setCommentRemoved(as(cast.maya), { commentId: id, removed: true });
      expect((await all())[0]).toMatchObject({ author: "Maya", body: null });
      expect(openThreads(await all())).toEqual([]);
      await expect(editComment(as(cast.maya), { commentId: id, body: "Again", revision: 1 })).rejects.toThrow(NotFound);
      await setCommentRemoved(as(cast.maya), { commentId: id, removed: false });
      expect((await all())[0]).toMatchObject({ body: "Never mind", removedAt: null });
    }),
  );

  it(
    "are for those who may see the report, and a stranger learns not even that they exist",
    rolledBack(async (db) => {
      const { cast, as, trialId, say } = await setUp(db);
      const id = await say(cast.maya, "Inside");
      const tono = await createPerson(db, "Tono", "product_manager");
      for (const [actor, refusal] of [
        [visitor, SignInRequired],
        [cast.sari, Forbidden],
        [tono, NotFound],
      ] as const) {
        await expect(say(actor, "Outside")).rejects.toThrow(refusal);
        await expect(setThreadResolved(as(actor), { commentId: id, resolved: true })).rejects.toThrow(refusal);
        await expect(setCommentRemoved(as(actor), { commentId: id, removed: true })).rejects.toThrow(refusal);
        await expect(editComment(as(actor), { commentId: id, body: "Outside", revision: 1 })).rejects.toThrow(refusal);
        await expect(listOpenThreads(as(actor), trialId)).rejects.toThrow(refusal);
      }
      expect(await db.select().from(reportComments)).toHaveLength(1);
    }),
  );

  it(
    "are in no version, no file and no shared link, while an introduction is in all of them",
    rolledBack(async (db) => {
      const { cast, as, trialId, say } = await setUp(db);
      const [secret, open] = ["Kalimat-rahasia-tim", "Kalimat-pengantar-laporan"];
      await say(cast.maya, secret);
      await assignBlock(as(cast.maya), { trialId, block: "liking", assigneeId: cast.rian.id, dueOn: "2026-12-24" });
      const { revision } = (await getReport(as(cast.rian), trialId)).report;
      await writeIntroduction(as(cast.rian), { trialId, block: "liking", introduction: { en: open, id: open }, revision });
      const number = await publishReport(as(cast.rian), { trialId });
      const version = await getVersion(as(cast.rian), trialId, number);
      const stored = JSON.stringify(await db.select().from(reportVersions));
      const { token } = await shareVersion(as(cast.rian), { trialId, number, note: "Rina", days: 7 });
      const shared = JSON.stringify((await openSharedVersion(as(visitor), token)).content);
      for (const text of [stored, shared]) {
        expect(text).toContain(open);
        expect(text).not.toContain(secret);
      }
      for (const format of exportFormats) {
        if (isDocument(format)) continue;
        const file = await exportReport(as(cast.rian), { trialId, number, format, locale: "id" });
        const text = await new Response(file!.body as BodyInit).text();
        expect(text, format).not.toContain(secret);
        if (format === "json") expect(text).toContain(open);
      }
      const read: Record<DocumentFormat, (bytes: Uint8Array) => Promise<string> | string> = {
        pdf: async (bytes) => (await textOfPdf(new Uint8Array(bytes))).text,
        pptx: (bytes) => slidesOf(bytes).slides.join(" "),
        xlsx: (bytes) => JSON.stringify(sheetsOf(bytes)),
      };
      for (const format of exportFormats.filter(isDocument)) {
        const text = await read[format](await makeDocument(as(system("test")), version, format, "id"));
        expect(text, format).toContain(open);
        expect(text, format).not.toContain(secret);
        expect(text, format).not.toContain("Maya");
      }
    }),
    60_000,
  );

  it(
    "are counted for each part and before publishing, also where the report leaves the part out",
    rolledBack(async (db) => {
      const { cast, as, trialId, say } = await setUp(db);
      await say(cast.maya, "Open");
      await setThreadResolved(as(cast.maya), { commentId: await say(cast.maya, "Settled"), resolved: true });
      const { report } = await getReport(as(cast.rian), trialId);
      expect(await findWork(as(cast.rian), report.id, ["liking", "base"])).toMatchObject({
        openComments: 1,
        blocks: [{ openComments: 1 }, { openComments: 0 }],
        elsewhere: [],
      });
      expect(await findWork(as(cast.rian), report.id, ["base"])).toMatchObject({ openComments: 1, elsewhere: ["liking"] });
    }),
  );
});
