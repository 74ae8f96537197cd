// Everybody, or a sample that the seed decides where there are too many.
import { createRandom, sample } from "~/statistics/random";
import { mostPeople } from "./task";

/** Places of those who are analysed, in order. */
export const drawPeople = (count: number, seed: string, most = mostPeople): number[] => {
  const everybody = Array.from({ length: count }, (_, place) => place);
  return count <= most ? everybody : sample(createRandom(`${seed}/people`), everybody, most).sort((a, b) => a - b);
};
