/**
 * A blind code says nothing about the prototype, is hard to mistype into another code of the trial, and is drawn from a
 * seed so that the labels can be printed again.
 */
import { at, requireCount } from "./checks";
import { createRandom, shuffle, type Seed } from "./random";

/**
 * Numbers people read something into: error and emergency numbers, the sixes and the sevens of stories, and Indonesian
 * emergency lines and political dates. A trial can add its own.
 */
export const DEFAULT_STOP_LIST: readonly number[] = [107, 110, 112, 113, 115, 117, 118, 119, 129, 212, 303, 313, 404, 411, 420, 666, 707, 911, 969];

const FIRST_CODE = 100;
const LAST_CODE = 999;
const ATTEMPTS = 40;

function digitsOf(code: number): [number, number, number] {
  return [Math.floor(code / 100), Math.floor(code / 10) % 10, code % 10];
}

/** False for 222, 123, 987, 300 and the like, whatever the other codes of the trial are. */
export function isAcceptableCode(code: number, stopList: readonly number[] = DEFAULT_STOP_LIST): boolean {
  if (!Number.isInteger(code) || code < FIRST_CODE || code > LAST_CODE) return false;
  const [first, second, third] = digitsOf(code);
  const isRepeated = first === second && second === third;
  const isRun = second - first === third - second && Math.abs(second - first) === 1;
  const isHundred = second === 0 && third === 0;
  return !isRepeated && !isRun && !isHundred && !stopList.includes(code);
}

/** False when one typing error, or swapping two digits, could turn one code into the other. */
export function canStandTogether(one: number, other: number): boolean {
  const first = digitsOf(one);
  const second = digitsOf(other);
  const differing = first.filter((digit, position) => digit !== second[position]).length;
  if (differing < 2) return false;
  const isSwap = differing === 2 && [...first].sort().join("") === [...second].sort().join("");
  return !isSwap;
}

export type BlindCodeRequest = {
  /** One per prototype, or one per prototype and position when the trial asks for it. */
  readonly count: number;
  readonly seed: Seed;
  /** Codes of the same trial that are already printed: new codes must differ from them by the same rules. */
  readonly taken?: readonly number[];
  /** Replaces `DEFAULT_STOP_LIST`. */
  readonly stopList?: readonly number[];
};

function attempt(order: readonly number[], count: number, taken: readonly number[]): number[] | null {
  const codes: number[] = [];
  const usesOfFirstDigit = new Array<number>(10).fill(0);
  for (const code of taken) {
    const digit = digitsOf(code)[0];
    usesOfFirstDigit[digit] = at(usesOfFirstDigit, digit) + 1;
  }
  let open = order.filter((code) => taken.every((other) => canStandTogether(code, other)));
  while (codes.length < count) {
    let best: number | undefined;
    let leastUses = Infinity;
    for (const code of open) {
      const uses = at(usesOfFirstDigit, digitsOf(code)[0]);
      if (uses < leastUses) [best, leastUses] = [code, uses];
    }
    if (best === undefined) return null;
    const chosen = best;
    codes.push(chosen);
    const digit = digitsOf(chosen)[0];
    usesOfFirstDigit[digit] = at(usesOfFirstDigit, digit) + 1;
    open = open.filter((code) => canStandTogether(code, chosen));
  }
  return codes;
}

/**
 * Draws three-digit blind codes (100-999).
 *
 * No repeated digit triple, no run, no full hundred, none of the stop list; any two codes of the trial differ in at least
 * two positions and are not each other with two digits swapped; first digits are as evenly used as possible. The codes come
 * in random order, so their size ranks nothing. Throws `RangeError` when so many codes cannot be found.
 */
export function drawBlindCodes(request: BlindCodeRequest): number[] {
  const { count, seed, taken = [], stopList = DEFAULT_STOP_LIST } = request;
  requireCount(count, "count");
  const acceptable: number[] = [];
  for (let code = FIRST_CODE; code <= LAST_CODE; code += 1) {
    if (isAcceptableCode(code, stopList)) acceptable.push(code);
  }
  const random = createRandom(seed);
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const codes = attempt(shuffle(random, acceptable), count, taken);
    if (codes !== null) return shuffle(random, codes);
  }
  throw new RangeError(
    `no ${String(count)} blind codes beside ${String(taken.length)} taken ones differ enough from each other; ` + "use fewer codes or a shorter stop list",
  );
}
