// The design of a trial, planned when it is launched: which code stands on which prototype, and who will try what in which order.
import { planMonadicSlots, planSequentialSlots } from "~/statistics/slots";
import { drawBlindCodes } from "~/statistics/blind-codes";
import type { Design } from "./trial";

/** One three-digit code per prototype. Independent of the order in which the prototypes are given. */
export const planCodes = (prototypeIds: readonly number[], seed: string): Map<number, string> => {
  const sorted = [...prototypeIds].sort((one, other) => one - other);
  const codes = drawBlindCodes({ count: sorted.length, seed });
  return new Map(sorted.map((id, index) => [id, String(codes[index])]));
};

type Plan = { design: Design; prototypeIds: readonly number[]; perPerson: number; places: number; seed: string };

/**
 * One list of prototypes per place, in the order of presentation and in the sequence in which people take them.
 * Where a person tries fewer prototypes than there are, the first ones of a complete Williams order are taken: every prototype still
 * stands equally often in every position.
 */
export const planPlaces = ({ design, prototypeIds, perPerson, places, seed }: Plan): number[][] => {
  const names = prototypeIds.map((id) => String(id).padStart(10, "0"));
  const strata = [{ id: "all", size: places }];
  if (design === "monadic") return planMonadicSlots(names, strata, seed).map(({ arm }) => [Number(arm)]);
  return planSequentialSlots(names, strata, seed).slots.map(({ order }) => order.slice(0, perPerson).map(Number));
};

export type Balance = {
  /** Per prototype, how often it stands first, second, ... */
  position: { prototypeId: number; counts: number[] }[];
  /** How often the second prototype comes directly after the first. */
  carryOver: { previousId: number; prototypeId: number; count: number }[];
};

/** The realised balance of a list of places. */
export const balanceOf = (places: readonly (readonly number[])[], prototypeIds: readonly number[]): Balance => {
  const positions = Math.max(1, ...places.map((place) => place.length));
  const sorted = [...prototypeIds].sort((one, other) => one - other);
  const position = sorted.map((prototypeId) => ({
    prototypeId,
    counts: Array.from({ length: positions }, (_, index) => places.filter((place) => place[index] === prototypeId).length),
  }));
  const carryOver = sorted.flatMap((previousId) =>
    sorted
      .filter((prototypeId) => prototypeId !== previousId)
      .map((prototypeId) => ({
        previousId,
        prototypeId,
        count: places.filter((place) => place.some((id, index) => index > 0 && id === prototypeId && place[index - 1] === previousId)).length,
      })),
  );
  return { position, carryOver: positions > 1 ? carryOver : [] };
};
