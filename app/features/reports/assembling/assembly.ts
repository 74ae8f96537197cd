// How its authors put a report together: where each block stands, which are left out, and what is said before them.
import type { LocalizedText } from "~/core/locale";
import { isBlockName } from "../block-names";
import type { BlockName } from "../report";

/** `order` names every block that its author saw, left out or not; blocks that it does not name take their natural place. */
export type Outline = { order: BlockName[]; leftOut: BlockName[] };

export type Assembly = Outline & {
  introductions: Partial<Record<BlockName, LocalizedText>>;
  /** The outline before its last change, which can be taken back. */
  before: Outline | null;
};

export const emptyAssembly: Assembly = { order: [], leftOut: [], introductions: {}, before: null };

export const introductionLimit = 600;

/** The answer is the first screen of every report, whatever follows. It carries the headline and the summary. */
const first: BlockName = "action_standards";
/** Without these a report does not survive scrutiny. */
const alwaysIn: readonly BlockName[] = [first, "base", "method"];

export const canMove = (block: BlockName): boolean => block !== first;
export const canLeaveOut = (block: BlockName): boolean => !alwaysIn.includes(block);
/** The answer has the summary before it. */
export const canHaveIntroduction = (block: BlockName): boolean => block !== first;

/** Those of `order`, once each, and every other name of `all` behind whoever comes before it there. */
const withPlaces = (order: readonly BlockName[], all: readonly BlockName[]): BlockName[] => {
  const names = [...new Set(order)];
  all.forEach((name, index) => {
    if (!names.includes(name)) names.splice(index === 0 ? 0 : names.indexOf(all[index - 1]!) + 1, 0, name);
  });
  return names;
};

export type PlacedBlock = { block: BlockName; isLeftOut: boolean };

/** The blocks that there are, in the order of the outline. What it says of blocks that are not there waits until they come. */
export const arrange = ({ order, leftOut }: Outline, present: readonly BlockName[]): PlacedBlock[] => {
  const names = withPlaces(
    order.filter((name) => present.includes(name)),
    present,
  );
  const sorted = [...names.filter((name) => !canMove(name)), ...names.filter(canMove)];
  return sorted.map((block) => ({ block, isLeftOut: canLeaveOut(block) && leftOut.includes(block) }));
};

/** What is wanted of the blocks that somebody saw, and what was known of all others. */
export const merge = (known: Outline, wanted: Outline): Outline => {
  const isUnseen = (name: BlockName) => !wanted.order.includes(name);
  return { order: withPlaces(wanted.order, known.order), leftOut: [...wanted.leftOut, ...known.leftOut.filter(isUnseen)] };
};

export const outlineOf = (placed: readonly PlacedBlock[]): Outline => ({
  order: placed.map(({ block }) => block),
  leftOut: placed.filter(({ isLeftOut }) => isLeftOut).map(({ block }) => block),
});

/** Puts one block at a place, counted from 0; the answer keeps the first. */
export const move = (placed: readonly PlacedBlock[], block: BlockName, to: number): PlacedBlock[] => {
  const from = placed.findIndex((each) => each.block === block);
  const moved = placed[from];
  if (!moved || !canMove(block)) return [...placed];
  const least = placed.filter((each) => !canMove(each.block)).length;
  return placed.toSpliced(from, 1).toSpliced(Math.max(least, to), 0, moved);
};

export const leaveOut = (placed: readonly PlacedBlock[], block: BlockName, isLeftOut: boolean): PlacedBlock[] =>
  placed.map((each) => (each.block === block && canLeaveOut(block) ? { block, isLeftOut } : each));

/** An outline as one field of a form: names in order, those left out with a minus. */
export const writeOutline = ({ order, leftOut }: Outline): string => order.map((name) => (leftOut.includes(name) ? `-${name}` : name)).join(" ");

/** Null for anything that no page of ours sends: a name that no block has, a block that stands there twice, one left out that has to stay. */
export const readOutline = (text: string): Outline | null => {
  const words = text.split(" ");
  const order = words.map((word) => word.replace(/^-/, ""));
  if (!order.every(isBlockName) || new Set(order).size < order.length) return null;
  const leftOut = order.filter((_name, index) => words[index]!.startsWith("-"));
  return leftOut.every(canLeaveOut) ? { order, leftOut } : null;
};

export type OutlineChange =
  | { kind: "moved"; block: BlockName; /** Counted from 1, of those that are shown. */ place: number }
  | { kind: "left_out" | "taken_back"; block: BlockName }
  /** Neighbours: either could be the one that was moved. */
  | { kind: "swapped"; block: BlockName; other: BlockName }
  | { kind: "several" };

const namesOf = (placed: readonly PlacedBlock[], without?: BlockName): string => placed.flatMap(({ block }) => (block === without ? [] : [block])).join(" ");

/** What has become of `before`, in words by which one knows what taking it back would do; null where nothing has. */
export const changeBetween = (before: readonly PlacedBlock[], after: readonly PlacedBlock[]): OutlineChange | null => {
  const wasLeftOut = new Map(before.map(({ block, isLeftOut }) => [block, isLeftOut]));
  const turned = after.filter(({ block, isLeftOut }) => wasLeftOut.get(block) !== isLeftOut);
  const isSameOrder = namesOf(before) === namesOf(after);
  const [only, more] = turned;
  if (!only && isSameOrder) return null;
  if (only && !more && isSameOrder) return { kind: only.isLeftOut ? "left_out" : "taken_back", block: only.block };
  if (only) return { kind: "several" };
  const [moved, other, third] = after.filter(({ block }, index) => before[index]?.block !== block && namesOf(before, block) === namesOf(after, block));
  if (!moved || third) return { kind: "several" };
  if (other) return { kind: "swapped", block: moved.block, other: other.block };
  return { kind: "moved", block: moved.block, place: after.filter(({ isLeftOut }) => !isLeftOut).indexOf(moved) + 1 };
};
