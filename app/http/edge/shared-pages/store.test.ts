import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bodyOf, createStore, type Rendering } from "./store.server";

const page = (text: string): Rendering => ({ identity: Buffer.from(text), bodies: {} });

describe("shared renderings", () => {
  it("a page is made once, however many ask at the same moment", async () => {
    const store = createStore();
    let made = 0;
    const render = async () => {
      made++;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return page("board");
    };
    const shown = await Promise.all(Array.from({ length: 50 }, () => store.make("board", render)));
    expect(made).toBe(1);
    expect(new Set(shown).size).toBe(1);
  });

  it("it is fresh for a second, shown while a new one is made, and gone after a second and a half", async () => {
    let clock = 0;
    const store = createStore({ now: () => clock });
    let made = 0;
    const render = async () => page(`made ${++made}`);
    await store.make("board", render);
    clock = 999;
    expect(store.find("board", render)?.identity.toString()).toBe("made 1");
    expect(made).toBe(1);
    clock = 1_001;
    expect(store.find("board", render)?.identity.toString()).toBe("made 1");
    await new Promise(setImmediate);
    expect(store.find("board", render)?.identity.toString()).toBe("made 2");
    clock = 2_600;
    expect(store.find("board", render)).toBeUndefined();
  });

  it("what is dropped while it is being made is made again", async () => {
    const store = createStore();
    const seen = ["with the hidden idea", "without it"];
    let finish: (() => void) | undefined;
    const first = store.make("board", async () => {
      const text = seen.shift()!;
      if (seen.length > 0) await new Promise<void>((resolve) => (finish = resolve));
      return page(text);
    });
    store.drop();
    finish?.();
    expect((await first)?.identity.toString()).toBe("without it");
    expect(store.find("board", async () => null)?.identity.toString()).toBe("without it");
  });

  it("the number of pages kept is bounded", async () => {
    const store = createStore({ most: 200 });
    for (let i = 0; i < 1_000; i++) await store.make(`page ${i}`, async () => page("x"));
    expect(store.size()).toBe(200);
  });

  it("a failure is told to those who waited, and the next one tries again", async () => {
    const store = createStore();
    await expect(store.make("board", () => Promise.reject(new Error("no database")))).rejects.toThrow("no database");
    expect((await store.make("board", async () => page("back")))?.identity.toString()).toBe("back");
  });

  it("each encoding is made once", () => {
    const rendering = page("teks ".repeat(500))!;
    expect(brotliDecompressSync(bodyOf(rendering, "br")).equals(rendering.identity)).toBe(true);
    expect(gunzipSync(bodyOf(rendering, "gzip")).equals(rendering.identity)).toBe(true);
    expect(bodyOf(rendering, "br")).toBe(bodyOf(rendering, "br"));
    expect(bodyOf(rendering, "identity")).toBe(rendering.identity);
  });
});
