import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { system } from "~/core/context";
import { assignBlock } from "~/features/reports/assigning/assign-block.server";
import { addComment, setCommentRemoved } from "~/features/reports/discussing/write-comment.server";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import type { Database } from "~db/client.server";
import { mails, notifications, people, teamMembers } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { waitingJobs } from "../../../tests/support/jobs";
import { likingAndWhen, storeStudy } from "../../../tests/support/stored-study";
import { notificationSentence } from "./notification";
import { notify } from "./notify.server";

const setUp = async (db: Database) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, { teamId: cast.teamId, prototypes: ["A", "B"], questions: likingAndWhen, people: 10, answer: () => 5 });
  const tellAll = async () => {
    for (const payload of await waitingJobs<{ activityId: number }>(db, "notify")) await notify(contextFor(db, system("test")), payload);
  };
  const inboxOf = (personId: number) => db.select().from(notifications).where(eq(notifications.personId, personId)).orderBy(notifications.id);
  const sentences = async (personId: number) => (await inboxOf(personId)).map((row) => notificationSentence(translatorFor("en"), "en", row));
  const say = (actor: Parameters<typeof contextFor>[1], body: string, parentId?: number) =>
    addComment(contextFor(db, actor), { trialId, block: "liking", body, parentId });
  const assign = (assigneeId: number | null) => assignBlock(contextFor(db, cast.maya), { trialId, block: "liking", assigneeId, dueOn: "2026-12-24" });
  return { cast, trialId, tellAll, inboxOf, sentences, say, assign };
};

it(
  "whoever is in a conversation or sees to the part hears that it goes on, in the inbox and not by mail, and never its author",
  rolledBack(async (db) => {
    const { cast, trialId, tellAll, inboxOf, sentences, say, assign } = await setUp(db);
    await assign(cast.rian.id);
    const first = await say(cast.maya, "Rahasia tim");
    const reply = await say(cast.dewi, "Rahasia juga", first);
    await tellAll();
    await tellAll();
    expect(await sentences(cast.maya.id)).toEqual(["A new comment on “Liking” in the report “Soap trial”, where you commented too"]);
    expect(await sentences(cast.rian.id)).toEqual([
      "You see to “Liking” in the report “Soap trial”.",
      "A new comment on “Liking” in the report “Soap trial”, which you see to",
      "A new comment on “Liking” in the report “Soap trial”, which you see to",
    ]);
    expect(await sentences(cast.dewi.id)).toEqual([]);
    expect((await inboxOf(cast.maya.id))[0]!.path).toBe(`${paths.reportBlock(trialId, "liking")}#comment-${reply}`);
    const sent = await db.select().from(mails);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.text).toMatch(/24 Des|24 Dec/);
    expect(JSON.stringify(sent) + JSON.stringify(await db.select().from(notifications))).not.toContain("Rahasia");
  }),
);

it(
  "what was taken back within half a minute, and people who may not see the report any more, are left alone",
  rolledBack(async (db) => {
    const { cast, tellAll, sentences, say, assign } = await setUp(db);
    await assign(cast.dewi.id);
    await assign(cast.rian.id);
    const first = await say(cast.maya, "One");
    await setCommentRemoved(contextFor(db, cast.maya), { commentId: first, removed: true });
    await db.delete(teamMembers).where(eq(teamMembers.personId, cast.rian.id));
    await say(cast.maya, "Two");
    await tellAll();
    for (const { id } of [cast.dewi, cast.rian, cast.maya]) expect(await sentences(id)).toEqual([]);
    await db.update(people).set({ role: "moderator" }).where(eq(people.id, cast.rian.id));
    await tellAll();
    expect(await sentences(cast.rian.id)).toEqual([
      "You see to “Liking” in the report “Soap trial”.",
      "A new comment on “Liking” in the report “Soap trial”, which you see to",
    ]);
  }),
);
