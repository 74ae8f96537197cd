import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitor } from "~/core/context";
import { Invalid, NotFound, SignInRequired } from "~/core/errors";
import { after, dayInMs, hourInMs } from "~/core/time";
import { rebuildImage } from "~/platform/images.server";
import { diskStorage, fileStorage } from "~/platform/storage.server";
import { files } from "~db/schema/index";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { completeQuestion, createTrialWithResponse } from "../../../tests/support/questionnaires";
import { addPhoto } from "./add-photo.server";
import { removeUnusedFiles } from "./jobs.server";
import { loadResponse } from "./queries.server";
import { readFile } from "./read-file.server";
import { saveAnswer } from "./save-answer.server";

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kawan-photos-"));
  process.env.KAWAN_DATA_DIR = folder;
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: "#a60" } });
  await picture
    .clone()
    .withExif({ IFD0: { Copyright: "Sari" }, IFD3: { GPSLatitude: "6/1 12/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toFile(file("upright.jpg"));
  await sharp({ create: { width: 5000, height: 100, channels: 3, background: "#a60" } })
    .png()
    .toFile(file("long.png"));
  await sharp({ create: { width: 8000, height: 8000, channels: 3, background: "#a60" } })
    .png()
    .toFile(file("huge.png"));
  await picture.clone().gif().toFile(file("moving.gif"));
  await picture.clone().tiff().toFile(file("scan.tiff"));
  await writeFile(file("drawing.svg"), '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await writeFile(file("broken.jpg"), Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a picture is rebuilt", () => {
  test("upright, as WebP, without where it was taken and by whom", async () => {
    const image = await rebuildImage(file("upright.jpg"));
    if (typeof image === "string") throw new Error(image);
    expect([image.width, image.height]).toEqual([200, 300]);
    await writeFile(file("rebuilt.webp"), image.bytes);
    const meta = await sharp(file("rebuilt.webp")).metadata();
    expect(meta.format).toBe("webp");
    expect([meta.exif, meta.xmp, meta.iptc, meta.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(image.bytes.includes("Sari")).toBe(false);
  });

  test("at most 2048 pixels long, and not at all from 64 million", async () => {
    expect(await rebuildImage(file("long.png"))).toMatchObject({ width: 2048 });
    expect(await rebuildImage(file("huge.png"))).toBe("photo_unreadable");
  });

  test.each(["moving.gif", "scan.tiff", "drawing.svg"])("%s is none of ours, whatever it is called", async (name) => {
    expect(await rebuildImage(file(name))).toBe("photo_kind");
  });

  test("what only begins like a picture is refused", async () => expect(await rebuildImage(file("broken.jpg"))).toBe("photo_unreadable"));
});

describe("stored files", () => {
  test("are found under their key, and no key leads out of the folder", async () => {
    const storage = diskStorage(file("store"));
    const key = "k".repeat(32);
    await storage.put(key, Buffer.from("abc"));
    const chunks = await (await storage.read(key))!.toArray();
    expect(Buffer.concat(chunks as Buffer[]).toString()).toBe("abc");
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.read(key)).toBeNull();
    for (const path of ["../../etc/passwd", "a".repeat(31), `${"a".repeat(29)}/..`]) await expect(storage.put(path, Buffer.from("x"))).rejects.toThrow();
  });
});

const setUp = async (db: Parameters<typeof createCast>[0]) => {
  const cast = await createCast(db);
  const made = await createTrialWithResponse(db, cast.sari, cast.teamId, {
    bottle: completeQuestion("photo", { max: 2 }),
    likes: completeQuestion("open_text"),
  });
  const add = (actor = cast.sari, key = "bottle", path = file("upright.jpg")) => addPhoto(contextFor(db, actor), { responseId: made.responseId, key, path });
  return { cast, ...made, add };
};

describe("a photograph in an answer", () => {
  test(
    "is attached to it, up to as many as were asked for",
    rolledBack(async (db) => {
      const { cast, add, responseId } = await setUp(db);
      const first = await add();
      const second = await add();
      const { answers } = await loadResponse(contextFor(db, cast.sari), responseId);
      expect(answers.bottle?.value).toEqual([first, second].map((each) => ("id" in each ? each.id : null)));
      await expect(add()).rejects.toBeInstanceOf(Invalid);
      const states = (await db.select().from(files).where(eq(files.responseId, responseId))).map((row) => row.state).sort();
      expect(states).toEqual(["attached", "attached", "pending"]);
    }),
  );

  test(
    "is taken from nobody else, for no other question, and of no other kind",
    rolledBack(async (db) => {
      const { cast, add } = await setUp(db);
      await expect(add(cast.budi)).rejects.toBeInstanceOf(NotFound);
      await expect(add(cast.sari, "likes")).rejects.toBeInstanceOf(Invalid);
      expect(await add(cast.sari, "bottle", file("moving.gif"))).toEqual({ problem: "photo_kind" });
    }),
  );

  test(
    "is shown to whose it is and to who runs the trial, each time anew",
    rolledBack(async (db) => {
      const { cast, add } = await setUp(db);
      const added = await add();
      if (!("id" in added)) throw new Error("not added");
      const elsewhere = await createPerson(db, "Tono", "product_manager");
      for (const actor of [cast.sari, cast.maya, cast.rian]) {
        const { stream } = await readFile(contextFor(db, actor), added.id);
        stream.destroy();
      }
      for (const actor of [cast.budi, elsewhere]) await expect(readFile(contextFor(db, actor), added.id)).rejects.toBeInstanceOf(NotFound);
      await expect(readFile(contextFor(db, visitor), added.id)).rejects.toBeInstanceOf(SignInRequired);
      await expect(readFile(contextFor(db, cast.sari), "../secrets")).rejects.toBeInstanceOf(NotFound);
    }),
  );

  test(
    "that no answer names is removed after a day, with its bytes; one that is named stays",
    rolledBack(async (db) => {
      const { cast, add, responseId } = await setUp(db);
      const first = await add();
      const second = await add();
      const [kept, dropped] = [first, second].map((each) => ("id" in each ? each.id : "")) as [string, string];
      const { answers } = await loadResponse(contextFor(db, cast.sari), responseId);
      await saveAnswer(contextFor(db, cast.sari), {
        responseId,
        key: "bottle",
        status: "answered",
        value: [kept],
        revision: answers.bottle!.revision,
        shownMs: 0,
      });
      expect(await removeUnusedFiles(contextFor(db, undefined, after(noon, 2 * hourInMs)))).toBe(0);
      expect(await removeUnusedFiles(contextFor(db, undefined, after(noon, dayInMs + 1)))).toBe(1);
      expect((await db.select().from(files)).map((row) => row.id)).toEqual([kept]);
      expect(await fileStorage().read(dropped)).toBeNull();
      expect((await readdir(join(folder, "uploads", kept.slice(0, 2)))).includes(kept)).toBe(true);
    }),
  );
});
