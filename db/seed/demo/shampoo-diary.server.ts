// The diaries of the shampoo trial: most write on the day, some days late, some not at all; a few add a picture of the bottle.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { after } from "../../../app/core/time";
import { addDiaryPhoto } from "../../../app/features/trials/add-diary-photo.server";
import { dueOn } from "../../../app/features/trials/diary";
import { writeDiaryNote } from "../../../app/features/trials/diary.server";
import { allocationSlots, parcels, participants, trialPrototypes } from "../../schema/index";
import { diaryNotes, unusedRemarks } from "../texts/trials-diary";
import { shampooTrial } from "../texts/trials-shampoo";
import { bottleHeight, bottleWidth, drawBottle } from "./draw-bottle";
import { prototypeId, type DemoShelf } from "./products.server";
import { as, dayAt, person, schedule, type Stage } from "./stage.server";

/** When one participant received the parcel and answered about the first shampoo, in days before the demo is loaded. */
type Diarist = { received: number; first?: number };

const addPicture = async (stage: Stage, key: string, now: Date, noteId: number, code: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "kawan-demo-"));
  try {
    const path = join(folder, "bottle.jpg");
    await sharp(drawBottle(code), { raw: { width: bottleWidth, height: bottleHeight, channels: 3 } })
      .blur(0.9)
      .jpeg({ quality: 82 })
      .toFile(path);
    await addDiaryPhoto(as(stage, key, now), { noteId, path });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const findParticipation = async (stage: Stage, trialId: number, key: string) => {
  const [row] = await stage.db
    .select({ state: participants.state, receivedAt: parcels.receivedAt, order: allocationSlots.prototypeIds })
    .from(participants)
    .innerJoin(parcels, eq(parcels.participantId, participants.id))
    .innerJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, person(stage, key).id)));
  return row;
};

/** Once everybody has received the parcel, each note is put down for the evening on which it was written. */
export const playDiaries = (stage: Stage, shelf: DemoShelf, trialId: number, diarists: Readonly<Record<string, Diarist>>): void => {
  const taken = { "shampoo-quick-rinse": 0, "shampoo-current": 0, unused: 0, pictures: 0 };
  const quickRinse = prototypeId(shelf, "shampoo-quick-rinse");
  for (const [place, [key, { received, first = 0 }]] of Object.entries(diarists).entries()) {
    for (const [index, day] of (shampooTrial.diaryDays ?? []).entries()) {
      // Sari has not written the last one yet, everybody leaves one out now and then.
      if ((key === "sari" && day === 19) || (place * 3 + index * 5) % 7 === 6 || received - day < 1) continue;
      const isLate = (place + index * 2) % 6 === 5 || (key === "sari" && day === 5);
      const at = dayAt(stage, received - day - (isLate ? 3 : 0), 19 + ((place * 5) % 4) * 0.7 + index * 0.1);
      if (at >= stage.loadedAt) continue;
      schedule(stage, at, async () => {
        const own = await findParticipation(stage, trialId, key);
        if (!own?.receivedAt || dueOn(own.receivedAt, day) > at || !["active", "complete"].includes(own.state)) return;
        const current = own.order[received - day > first ? 0 : 1];
        const shampoo = current === quickRinse ? "shampoo-quick-rinse" : "shampoo-current";
        const used = (place * 2 + index * 3) % 11 !== 10;
        const { mood, remark } = used
          ? (diaryNotes[shampoo][taken[shampoo]++] ?? { mood: 4, remark: "" })
          : { mood: null, remark: unusedRemarks[taken.unused++] ?? "" };
        const noteId = await writeDiaryNote(as(stage, key, at), { trialId, day, used, mood, remark });
        if (!used || !remark || taken.pictures >= 3 || (place + index) % 4 !== 1) return;
        taken.pictures += 1;
        const [label] = await stage.db
          .select({ code: trialPrototypes.code })
          .from(trialPrototypes)
          .where(and(eq(trialPrototypes.trialId, trialId), eq(trialPrototypes.prototypeId, current ?? 0)));
        await addPicture(stage, key, after(at, 120_000), noteId, label?.code ?? "");
      });
    }
  }
};
