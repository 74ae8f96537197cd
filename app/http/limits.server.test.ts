import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { system, visitor, type Actor, type Context } from "~/core/context";
import { TooMany } from "~/core/errors";
import { after, before, dayInMs } from "~/core/time";
import { paths } from "~/paths";
import { activity, limits, people } from "~db/schema/index";
import type { Database } from "~db/client.server";
import { createPerson } from "../../tests/support/cast";
import { contextFor, noon, testDatabase } from "../../tests/support/database";
import {
  limitArchive,
  limitComment,
  limitIdea,
  limitJoin,
  limitLogin,
  limitReport,
  limitSearch,
  limitUpload,
  limitVote,
  limitWrites,
  mayMail,
} from "./limits.server";
import { addressKey } from "./limits/keys.server";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});

const by = (actor: Actor, now = noon): Context => contextFor(db, actor, now);
const somebody = (role: Parameters<typeof createPerson>[2] = "member") => createPerson(db, "Sari", role);
const page = (path: string) => new URL(path, "http://localhost");

/** How often `act` is let through before it is refused. */
const allowance = async (act: () => Promise<unknown>, atMost: number): Promise<number> => {
  for (let done = 0; done <= atMost; done++) {
    try {
      await act();
    } catch (error) {
      expect(error).toBeInstanceOf(TooMany);
      expect((error as TooMany).retryAfterSeconds).toBeGreaterThan(0);
      return done;
    }
  }
  return Infinity;
};

describe("what a signed-in person sends", () => {
  it("a member writes 60 times a minute and saves automatically 120 times, staff write 300 times", async () => {
    const [sari, maya] = [await somebody(), await somebody("moderator")];
    expect(await allowance(() => limitWrites(by(sari), page(paths.ideaVote(7))), 70)).toBe(60);
    expect(await allowance(() => limitWrites(by(sari), page(paths.saveAnswer(7))), 130)).toBe(120);
    expect(await allowance(() => limitWrites(by(maya), page(paths.verdictUndo(7))), 310)).toBe(300);
  });

  it("one person's allowance is not another's", async () => {
    const [sari, budi] = [await somebody(), await somebody()];
    await allowance(() => limitVote(by(sari)), 40);
    await expect(limitVote(by(budi))).resolves.toBeUndefined();
  });

  it("30 votes a minute", async () => {
    const sari = await somebody();
    expect(await allowance(() => limitVote(by(sari)), 40)).toBe(30);
  });

  it("60 searches a minute, by person or by address", async () => {
    const sari = await somebody();
    expect(await allowance(() => limitSearch(by(sari), "203.0.113.1"), 70)).toBe(60);
    expect(await allowance(() => limitSearch(by(visitor), "203.0.113.1"), 70)).toBe(60);
    await expect(limitSearch(by(visitor), "203.0.113.2")).resolves.toBeUndefined();
  });

  it("20 uploads in ten minutes, and 200 MB", async () => {
    const [sari, budi] = [await somebody(), await somebody()];
    expect(await allowance(() => limitUpload(by(sari), 1024), 30)).toBe(20);
    expect(await allowance(() => limitUpload(by(budi), 45 * 1024 * 1024), 30)).toBe(4);
  });

  it("three archives a day, ten report renderings a minute", async () => {
    const sari = await somebody();
    expect(await allowance(() => limitArchive(by(sari)), 5)).toBe(3);
    expect(await allowance(() => limitReport(by(sari)), 15)).toBe(10);
  });
});

describe("ideas and comments", () => {
  it("half a minute lies between two ideas, ten seconds between two comments", async () => {
    const sari = await somebody();
    await limitIdea(by(sari));
    await expect(limitIdea(by(sari))).rejects.toMatchObject({ retryAfterSeconds: 30 });
    await limitComment(by(sari));
    await expect(limitComment(by(sari))).rejects.toMatchObject({ retryAfterSeconds: 10 });
  });

  it.each([
    ["ideas", limitIdea, 3, 20],
    ["comments", limitComment, 10, 100],
  ] as const)("%s: few on the first day, more afterwards", async (_name, act, first, later) => {
    const old = await somebody();
    await db
      .update(people)
      .set({ createdAt: before(noon, 2 * dayInMs) })
      .where(eq(people.id, old.id));
    const spaced = (actor: Actor) => {
      let tries = 0;
      // Each try is made a minute after the one before; a day's allowance does not come back in that time.
      return async () => {
        vi.setSystemTime(after(noon, ++tries * 60_000));
        await act(by(actor));
      };
    };
    vi.useFakeTimers({ toFake: ["Date"], now: noon });
    try {
      const newcomer = await somebody();
      expect(await allowance(spaced(newcomer), 15)).toBe(first);
      expect(await allowance(spaced(old), 120)).toBe(later);
    } finally {
      vi.useRealTimers();
    }
  });

  it("a form sent twice counts once", async () => {
    const sari = await somebody();
    await limitIdea(by(sari), "one-key");
    await expect(limitIdea(by(sari), "one-key")).resolves.toBeUndefined();
    await expect(limitIdea(by(sari), "another-key")).rejects.toBeInstanceOf(TooMany);
  });
});

const email = () => `${Math.random().toString(36).slice(2)}@contoh.example`;

describe("signing in and joining", () => {
  it("five tries from one address for one account, fifty from one address", async () => {
    const one = email();
    expect(await allowance(() => limitLogin(by(visitor), { address: "198.51.100.1", email: one }), 10)).toBe(5);
    await expect(limitLogin(by(visitor), { address: "198.51.100.2", email: one })).resolves.toBeUndefined();
    expect(await allowance(() => limitLogin(by(visitor), { address: "198.51.100.3", email: email() }), 60)).toBe(50);
  });

  it("an account tried from everywhere becomes slow, and stays open to its owner", async () => {
    const one = email();
    for (let i = 0; i < 30; i++) await limitLogin(by(visitor), { address: `198.51.101.${i}`, email: one });
    const begun = Date.now();
    await limitLogin(by(visitor), { address: "198.51.102.1", email: one });
    expect(Date.now() - begun).toBeGreaterThan(2_500);
  });

  it("five accounts from one device, sixty from one address", async () => {
    expect(await allowance(() => limitJoin(by(visitor), { address: "198.51.100.9", agent: "one phone" }), 10)).toBe(5);
    let phone = 0;
    expect(await allowance(() => limitJoin(by(visitor), { address: "198.51.100.10", agent: `phone ${phone++}` }), 70)).toBe(60);
  });

  it("three mails to one address in half an hour, five by one account in an hour", async () => {
    const target = email();
    const sent: boolean[] = [];
    for (let i = 0; i < 4; i++) sent.push(await mayMail(by(visitor), target));
    expect(sent).toEqual([true, true, true, false]);
    const sari = await somebody();
    const asked: boolean[] = [];
    for (let i = 0; i < 6; i++) asked.push(await mayMail(by(sari), email()));
    expect(asked).toEqual([true, true, true, true, true, false]);
  });
});

describe("counting", () => {
  it("all neighbours in one IPv6 network are one address, and a mapped IPv4 address is that address", () => {
    expect(addressKey("2001:db8:1:2:3:4:5:6")).toBe(addressKey("2001:db8:1:2::1"));
    expect(addressKey("2001:db8:1:3::1")).not.toBe(addressKey("2001:db8:1:2::1"));
    expect(addressKey("::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(addressKey("no address")).toBe("unknown");
  });

  it("when nothing can be counted, reading goes on and trying passwords does not", async () => {
    const broken = {
      ...by(await somebody()),
      db: { $client: { unsafe: () => Promise.reject(new Error("out of reach")) } } as unknown as Database,
    };
    await expect(limitSearch(broken, "203.0.113.50")).resolves.toBeUndefined();
    await expect(limitVote(broken)).resolves.toBeUndefined();
    await expect(limitLogin(broken, { address: "203.0.113.50", email: email() })).rejects.toBeInstanceOf(TooMany);
  });

  it("the table says nothing about who, and the audit learns of a limit once", async () => {
    const sari = await somebody();
    await allowance(() => limitArchive(by(sari)), 5);
    await allowance(() => limitArchive(by(sari)), 0);
    const rows = await db.select().from(limits);
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:[\w-]{22}$/);
    await vi.waitFor(async () => {
      const hits = await db
        .select()
        .from(activity)
        .where(and(eq(activity.kind, "limit.hit"), eq(activity.actorId, sari.id)));
      expect(hits.map((hit) => hit.subjectId)).toEqual(["archives"]);
    });
  });

  it("the house itself is not limited", async () => {
    for (let i = 0; i < 5; i++) await limitArchive(by(system("seed")));
  });
});
