import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockName } from "../report";
import { arrange, canLeaveOut, changeBetween, leaveOut, merge, move, outlineOf, readOutline, writeOutline } from "./assembly";

const present: BlockName[] = ["action_standards", "liking", "purchase_intent", "prices", "base", "method"];
const outline = (text: string) => readOutline(text)!;
const shown = (text: string, blocks = present) => writeOutline(outlineOf(arrange(outline(text), blocks)));

describe("an outline", () => {
  it("that says nothing leaves every block where it is computed", () => {
    expect(writeOutline(outlineOf(arrange({ order: [], leftOut: [] }, present)))).toBe(present.join(" "));
  });

  it("puts blocks where their author wants them, and lists what is left out at its place", () => {
    expect(shown("action_standards prices -purchase_intent liking method base")).toBe("action_standards prices -purchase_intent liking method base");
  });

  it("from before a block existed gives it its natural place, behind the block that it follows", () => {
    expect(shown("action_standards base liking method")).toBe("action_standards base liking purchase_intent prices method");
    expect(shown("liking", ["drivers", "liking"])).toBe("drivers liking");
  });

  it("waits with what it says of a block that is not there, and says it again when the block comes back", () => {
    const text = "action_standards prices -kano liking purchase_intent base method";
    expect(shown(text)).not.toContain("kano");
    expect(shown(text, [...present, "kano"])).toBe("action_standards prices -kano liking purchase_intent base method");
  });

  it("keeps the answer first, and base and method in, whatever a stored draft says", () => {
    const placed = arrange({ order: ["method", "liking", "liking", "action_standards"], leftOut: ["base", "method", "action_standards", "prices"] }, present);
    expect(writeOutline(outlineOf(placed))).toBe("action_standards method liking purchase_intent -prices base");
  });

  it("has every block exactly once, however it was stored", () => {
    const name = fc.constantFrom<BlockName>(...present, "kano", "themes");
    fc.assert(
      fc.property(fc.array(name), fc.array(name), fc.uniqueArray(name), (order, leftOut, blocks) => {
        const placed = arrange({ order, leftOut }, blocks);
        expect(placed.map(({ block }) => block).sort()).toEqual([...blocks].sort());
        expect(placed.every(({ block, isLeftOut }) => !isLeftOut || canLeaveOut(block))).toBe(true);
      }),
    );
  });
});

describe("a form", () => {
  it.each(["", "liking liking", "liking nonsense", "-method liking", "-base", "-action_standards liking", "liking  base", "__proto__", "--liking"])(
    "that says %j is not understood",
    (text) => expect(readOutline(text)).toBeNull(),
  );

  it("is read as it was written", () => {
    expect(writeOutline(outline("liking -prices base"))).toBe("liking -prices base");
  });

  it("changes nothing about blocks that its sender did not see", () => {
    expect(writeOutline(merge(outline("liking -kano prices -themes"), outline("prices liking")))).toBe("prices -themes liking -kano");
  });
});

describe("what was done last", () => {
  const before = arrange({ order: [], leftOut: [] }, present);

  it("is said in words by which one knows what taking it back would do", () => {
    expect(changeBetween(before, before)).toBeNull();
    expect(changeBetween(before, move(before, "prices", 1))).toEqual({ kind: "moved", block: "prices", place: 2 });
    expect(changeBetween(before, move(before, "liking", 2))).toEqual({ kind: "swapped", block: "purchase_intent", other: "liking" });
    expect(changeBetween(before, leaveOut(before, "prices", true))).toEqual({ kind: "left_out", block: "prices" });
    expect(changeBetween(leaveOut(before, "prices", true), before)).toEqual({ kind: "taken_back", block: "prices" });
    expect(changeBetween(before, leaveOut(move(before, "prices", 1), "liking", true))).toEqual({ kind: "several" });
  });

  it("never moves the answer, nor anything above it", () => {
    expect(move(before, "prices", 0).map(({ block }) => block)).toEqual(["action_standards", "prices", "liking", "purchase_intent", "base", "method"]);
    expect(move(before, "action_standards", 3)).toEqual(before);
    expect(leaveOut(before, "method", true)).toEqual(before);
  });
});
