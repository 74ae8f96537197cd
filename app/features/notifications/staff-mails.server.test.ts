import { eq } from "drizzle-orm";
import { createReadStream, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { system } from "~/core/context";
import { after, dayInMs } from "~/core/time";
import { publishReport } from "~/features/reports/publish-report.server";
import { importTrial } from "~/features/trials/import/import-trial.server";
import type { Database } from "~db/client.server";
import { mails, people, products, trials } from "~db/schema/index";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { waitingJobs } from "../../../tests/support/jobs";
import { setNotificationTopic } from "./inbox.server";
import { notify } from "./notify.server";
import { sendWeeklyDigest } from "./weekly-digest.server";

const carrots = "db/seed/studies/carrots";
const house = (db: Database, now = noon) => contextFor(db, system("test"), now);

const importCarrots = async (db: Database) => {
  const cast = await createCast(db);
  const csv = createReadStream(`${carrots}/data.csv`);
  const { trialId } = await importTrial(contextFor(db), { map: readFileSync(`${carrots}/map.json`, "utf8"), csv, dryRun: false });
  await db.update(products).set({ teamId: cast.teamId });
  return { cast, trialId: trialId! };
};

const subjectsTo = async (db: Database, personId: number) => {
  const rows = await db.select({ subject: mails.subject }).from(mails).innerJoin(people, eq(people.email, mails.to)).where(eq(people.id, personId));
  return rows.map(({ subject }) => subject);
};

it(
  "the product team is told of a new version once, each in their language, and nobody else is",
  rolledBack(async (db) => {
    const { cast, trialId } = await importCarrots(db);
    const wati = await createPerson(db, "Wati", "product_manager", [cast.teamId]);
    const tono = await createPerson(db, "Tono", "product_manager");
    await db.update(people).set({ locale: "en" }).where(eq(people.id, wati.id));
    await db.update(people).set({ locale: "id" }).where(eq(people.id, cast.rian.id));
    await publishReport(contextFor(db, cast.dewi), { trialId });
    for (let again = 0; again < 2; again += 1) for (const payload of await waitingJobs<{ activityId: number }>(db, "notify")) await notify(house(db), payload);
    expect(await subjectsTo(db, wati.id)).toEqual(["Version 1 of the report “Twelve carrots, raw” is published."]);
    expect(await subjectsTo(db, cast.rian.id)).toEqual(["Versi 1 dari laporan “Dua belas wortel mentah” sudah terbit."]);
    for (const person of [tono, cast.sari]) expect(await subjectsTo(db, person.id)).toEqual([]);
  }),
  30_000,
);

it(
  "staff hear of the running trials once a week, unless they switched it off or may not see them",
  rolledBack(async (db) => {
    const { cast, trialId } = await importCarrots(db);
    const tono = await createPerson(db, "Tono", "product_manager");
    await db
      .update(trials)
      .set({ state: "fieldwork", fieldworkUntil: after(noon, dayInMs) })
      .where(eq(trials.id, trialId));
    await setNotificationTopic(contextFor(db, cast.maya), { topic: "digest", byMail: false });
    await sendWeeklyDigest(house(db));
    await sendWeeklyDigest(house(db));
    expect(await subjectsTo(db, cast.rian.id)).toHaveLength(1);
    expect(await subjectsTo(db, cast.dewi.id)).toHaveLength(1);
    for (const person of [cast.maya, tono, cast.sari]) expect(await subjectsTo(db, person.id)).toEqual([]);
    await sendWeeklyDigest(house(db, after(noon, 7 * dayInMs)));
    expect(await subjectsTo(db, cast.rian.id)).toHaveLength(2);
    const [mail] = await db.select({ text: mails.text }).from(mails).limit(1);
    expect(mail!.text).toMatch(/103/);
    await db.update(trials).set({ state: "closed" }).where(eq(trials.id, trialId));
    expect(await sendWeeklyDigest(house(db, after(noon, 14 * dayInMs)))).toBe(0);
  }),
  30_000,
);
