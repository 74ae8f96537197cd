import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { PersonActor } from "~/core/context";
import { system } from "~/core/context";
import { after, dayInMs } from "~/core/time";
import { submitComment } from "~/features/comments/submit-comment.server";
import { record } from "~/features/activity/record.server";
import { decideIdea, undoIdeaVerdict } from "~/features/ideas/decide-idea.server";
import { setIdeaStatus } from "~/features/ideas/set-idea-status.server";
import { answerIdea } from "~/features/ideas/answer-idea.server";
import { submitIdea } from "~/features/ideas/submit-idea.server";
import { voteForIdea } from "~/features/ideas/vote-for-idea.server";
import { sendMail, messageIdOf } from "~/features/mails/send-mail.server";
import { activity, cases, ideaFollows, mails, notifications, people } from "~db/schema/index";
import type { Database } from "~db/client.server";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack, testDatabase } from "../../../tests/support/database";
import { aBoard, anIdea, trust } from "../../../tests/support/ideas";
import { waitingJobs } from "../../../tests/support/jobs";
import { countUnread, listMyNotifications, markAllRead, openNotification, setNotificationTopic } from "./inbox.server";
import { notificationSentence } from "./notification";
import { notify } from "./notify.server";
import { translatorFor } from "~/i18n/strings.server";

const house = (db: Database, now = noon) => contextFor(db, system("notify"), now);

/** Carries out every waiting `notify` job. */
const tellEverybody = async (db: Database, now = noon) => {
  for (const payload of await waitingJobs<{ activityId: number }>(db, "notify")) await notify(house(db, now), payload);
};
const inboxOf = async (db: Database, person: PersonActor) => (await listMyNotifications(contextFor(db, person))).items;
const mailsTo = async (db: Database, person: PersonActor) =>
  db
    .select({ subject: mails.subject, text: mails.text, id: mails.id, messageKey: mails.messageKey, html: mails.html })
    .from(mails)
    .innerJoin(people, eq(people.email, mails.to))
    .where(eq(people.id, person.id));

describe("telling people", () => {
  test(
    "author and voters hear of a new status once, however often the job runs",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari, { title: "A cap for wet hands" });
      await voteForIdea(contextFor(db, budi), { ideaId, voted: true });
      await voteForIdea(contextFor(db, sari), { ideaId, voted: true });
      await setIdeaStatus(contextFor(db, maya), { ideaId, status: "planned", reason: "Work starts in March." });
      await tellEverybody(db);
      await tellEverybody(db);
      for (const person of [sari, budi]) {
        expect(await inboxOf(db, person)).toMatchObject([{ kind: "idea.status_changed", path: `/ideas/${ideaId}`, isRead: false }]);
        expect(await mailsTo(db, person)).toHaveLength(1);
      }
      expect((await mailsTo(db, budi))[0]?.text).toContain("> Work starts in March.");
    }),
  );

  test("two workers on the same event tell each person once", async () => {
    const db = await testDatabase();
    const { sari, budi, maya } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    await voteForIdea(contextFor(db, budi), { ideaId, voted: true });
    await setIdeaStatus(contextFor(db, maya), { ideaId, status: "planned" });
    const [event] = await db
      .select()
      .from(activity)
      .where(and(eq(activity.kind, "idea.status_changed"), eq(activity.subjectId, String(ideaId))));
    await Promise.all(Array.from({ length: 6 }, () => notify(house(db), { activityId: event!.id })));
    expect(await inboxOf(db, budi)).toHaveLength(1);
    expect(await mailsTo(db, budi)).toHaveLength(1);
  });

  test(
    "each reads it in their own language",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      await db.update(people).set({ locale: "en" }).where(eq(people.id, budi.id));
      const ideaId = await anIdea(db, await aBoard(db), sari, { title: "A cap for wet hands" });
      await voteForIdea(contextFor(db, budi), { ideaId, voted: true });
      await answerIdea(contextFor(db, maya), { ideaId, body: "We are drawing it." });
      await tellEverybody(db);
      expect((await mailsTo(db, sari))[0]?.subject).toBe("Tim sudah menanggapi “A cap for wet hands”");
      expect((await mailsTo(db, budi))[0]?.subject).toBe("The team has answered “A cap for wet hands”");
      expect((await mailsTo(db, sari))[0]?.html).toContain('lang="id"');
    }),
  );

  test(
    "a verdict that was undone before it was told is not told",
    rolledBack(async (db) => {
      const { sari, maya } = await createCast(db);
      const { ideaId } = await submitIdea(contextFor(db, sari), {
        boardId: await aBoard(db),
        title: "Measuring lines inside the cap",
        body: "I guess every time, and it is wasteful.",
      });
      const [open] = await db.select().from(cases).where(eq(cases.subjectId, ideaId));
      const moderator = contextFor(db, maya);
      const { verdictId } = await decideIdea(moderator, {
        caseId: open!.id,
        version: open!.version,
        verdict: "decline",
        reason: "off_topic",
        message: "Sorry!",
      });
      await undoIdeaVerdict(moderator, { verdictId });
      await tellEverybody(db);
      expect(await inboxOf(db, sari)).toEqual([]);
      const [again] = await db.select().from(cases).where(eq(cases.subjectId, ideaId));
      await decideIdea(moderator, { caseId: again!.id, version: again!.version, verdict: "decline", reason: "off_topic", message: "Not about washing." });
      await tellEverybody(db);
      expect(await inboxOf(db, sari)).toMatchObject([{ kind: "idea.declined" }]);
      expect((await mailsTo(db, sari))[0]?.text).toContain("> Not about washing.");
    }),
  );

  test(
    "a comment is told to the closest tie, never to its author, and never by mail",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const boardId = await aBoard(db);
      for (const person of [sari, budi, maya]) await trust(db, boardId, person);
      const ideaId = await anIdea(db, boardId, sari, { title: "A cap for wet hands" });
      await db.insert(ideaFollows).values([
        { ideaId, personId: sari.id },
        { ideaId, personId: budi.id },
        { ideaId, personId: maya.id },
      ]);
      const { commentId } = await submitComment(contextFor(db, budi), { ideaId, body: "I drop mine into the bucket as well." });
      await tellEverybody(db);
      expect(await inboxOf(db, budi)).toEqual([]);
      expect((await inboxOf(db, sari)).map((entry) => entry.data.variant)).toEqual(["mine"]);
      expect((await inboxOf(db, maya)).map((entry) => entry.data.variant)).toEqual(["thread"]);
      await submitComment(contextFor(db, sari, after(noon, 60_000)), { ideaId, body: "Mine fell behind the machine.", parentId: commentId });
      await tellEverybody(db);
      const [answer] = await inboxOf(db, budi);
      expect(notificationSentence(translatorFor("id"), "id", answer!)).toBe("Ada yang membalas komentarmu di “A cap for wet hands”");
      expect(await mailsTo(db, budi)).toEqual([]);
    }),
  );

  test(
    "who switched mails off for a topic still finds it in the inbox",
    rolledBack(async (db) => {
      const { sari, maya } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      await setNotificationTopic(contextFor(db, sari), { topic: "ideas", byMail: false });
      await answerIdea(contextFor(db, maya), { ideaId, body: "We are drawing it." });
      await tellEverybody(db);
      expect(await inboxOf(db, sari)).toHaveLength(1);
      expect(await mailsTo(db, sari)).toEqual([]);
    }),
  );

  test(
    "somebody suspended is told nothing, and old news is not mailed",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      await voteForIdea(contextFor(db, budi), { ideaId, voted: true });
      await db.update(people).set({ suspendedAt: noon }).where(eq(people.id, budi.id));
      await answerIdea(contextFor(db, maya), { ideaId, body: "We are drawing it." });
      await tellEverybody(db, after(noon, 8 * dayInMs));
      expect(await db.select().from(notifications).where(eq(notifications.personId, budi.id))).toEqual([]);
      expect(await inboxOf(db, sari)).toMatchObject([{ isRead: true }]);
      expect(await mailsTo(db, sari)).toEqual([]);
    }),
  );

  test(
    "an event that names something which is gone is told to nobody",
    rolledBack(async (db) => {
      const { maya } = await createCast(db);
      for (const kind of [
        "idea.published",
        "comment.published",
        "application.chosen",
        "parcel.sent",
        "trial.reminder",
        "trial.cancelled",
        "trial.reported",
        "change.published",
      ] as const)
        await record(contextFor(db, maya), { kind, subject: { kind: "thing", id: 987_654 }, data: { participantId: 987_654 } });
      await tellEverybody(db);
      expect(await db.select().from(notifications).where(eq(notifications.personId, maya.id))).toEqual([]);
    }),
  );
});

test(
  "an inbox is one's own: others can neither read nor open its entries",
  rolledBack(async (db) => {
    const { sari, budi, maya } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    await answerIdea(contextFor(db, maya), { ideaId, body: "We are drawing it." });
    await tellEverybody(db);
    const [entry] = await inboxOf(db, sari);
    await expect(openNotification(contextFor(db, budi), entry!.id)).rejects.toThrow("not found");
    expect(await countUnread(contextFor(db, sari))).toBe(1);
    await markAllRead(contextFor(db, budi), entry!.id);
    expect(await countUnread(contextFor(db, sari))).toBe(1);
    expect(await openNotification(contextFor(db, sari), entry!.id)).toBe(`/ideas/${ideaId}`);
    expect(await countUnread(contextFor(db, sari))).toBe(0);
  }),
);

test(
  "a mail leaves once, under a Message-ID that a repeat would share, and without a mail server it is never called sent",
  rolledBack(async (db) => {
    const { sari, maya } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    await answerIdea(contextFor(db, maya), { ideaId, body: "We are drawing it." });
    await tellEverybody(db);
    const [mail] = await mailsTo(db, sari);
    await sendMail(house(db), { mailId: mail!.id });
    expect((await db.select().from(mails).where(eq(mails.id, mail!.id)))[0]?.sentAt).toBeNull();
    const sent: { messageId?: string; to?: unknown }[] = [];
    const transport = { sendMail: async (message: { messageId?: string }) => void sent.push(message) } as unknown as Parameters<typeof sendMail>[2];
    await sendMail(house(db), { mailId: mail!.id }, transport);
    await sendMail(house(db), { mailId: mail!.id }, transport);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.messageId).toBe(messageIdOf(mail!.messageKey));
    expect((await db.select().from(mails).where(eq(mails.id, mail!.id)))[0]).toMatchObject({ sentAt: noon, html: mail!.html });
  }),
);

test(
  "a spoiled link to older entries shows the first page",
  rolledBack(async (db) => {
    const { sari } = await createCast(db);
    for (const keys of [[1e300, 1], ["x", 1], [1, 99_999_999_999], [1], [{}, 1]]) {
      const cursor = Buffer.from(JSON.stringify(keys)).toString("base64url");
      expect(await listMyNotifications(contextFor(db, sari), cursor)).toEqual({ items: [], next: null });
    }
  }),
);
