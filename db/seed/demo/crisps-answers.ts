// What participants of the crisps trial answer: made up, but of one piece. Today's crisps are too salty for many; the thinner bag
// of the second wave lets them go soft.
import { createRandom, nextInt, nextUniform, type Random } from "../../../app/statistics/random";
import { crispsWords, type CrispsReason } from "../texts/crisps-open-answers";
import type { Given } from "./answer-questions.server";

export type CrispsPrototype = "cassava-current" | "cassava-less-salt";

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)));
/** About normal: the sum of three uniform numbers. */
const wobble = (random: Random, spread: number) => (nextUniform(random) + nextUniform(random) + nextUniform(random) - 1.5) * 2 * spread;

const chance = {
  "cassava-current": { salty: 0.42, bland: 0.02 },
  "cassava-less-salt": { salty: 0.06, bland: 0.16 },
} as const;

/** Hands out the words for a reason one after the other; nobody repeats what somebody else has written. */
const wordsOnce = (): ((reason: CrispsReason) => string | undefined) => {
  const said = new Map<CrispsReason, number>();
  return (reason) => {
    const place = said.get(reason) ?? 0;
    said.set(reason, place + 1);
    return crispsWords[reason][place]?.body;
  };
};

const moments = ["guests", "work", "work", "meal", "travel"] as const;

/** The answers of one person after the other, about one prototype in one wave. */
export const crispsAnswering = (): ((key: string, prototype: CrispsPrototype, wave: 1 | 2) => Given) => {
  const next = wordsOnce();
  return (key, prototype, wave) => {
    // Both bags of a person came in one parcel.
    const person = createRandom(`crisps ${key}`);
    const leaning = wobble(person, 0.8);
    const isSoft = nextUniform(person) < (wave === 2 ? 0.55 : 0.08);
    const random = createRandom(`crisps ${key} ${prototype}`);
    const draw = nextUniform(random);
    const { salty, bland } = chance[prototype];
    const isSalty = draw < salty;
    const isBland = draw > 1 - bland;
    const isOily = nextUniform(random) < 0.24;
    const off = (isSalty ? 1.4 : 0) + (isBland ? 0.7 : 0) + (isSoft ? 1.5 : 0) + (isOily ? 0.4 : 0);
    const overall = between((prototype === "cassava-less-salt" ? 7.7 : 7.3) + leaning - off + wobble(random, 0.7), 1, 9);
    const complaint: CrispsReason | null = isSoft
      ? "soft"
      : isSalty
        ? "salty"
        : isBland
          ? "bland"
          : isOily
            ? "oily"
            : nextUniform(random) < 0.12
              ? "bag"
              : null;
    const mild = prototype === "cassava-less-salt" && !isBland;
    const praise: CrispsReason = mild && nextUniform(random) < 0.6 ? "mild" : !isSoft && nextUniform(random) < 0.4 ? "crisp" : isOily ? "savoury" : "dry";
    return {
      overall,
      purchase_intent: between((overall - 1) * 0.5 + 1 + wobble(random, 0.5), 1, 5),
      likes: nextUniform(random) < 0.55 ? (next(praise) ?? next("savoury")) : undefined,
      dislikes: complaint && nextUniform(random) < 0.75 ? next(complaint) : undefined,
      saltiness: isSalty ? (nextUniform(random) < 0.3 ? 5 : 4) : isBland ? 2 : 3,
      crispness: isSoft ? (nextUniform(random) < 0.35 ? 1 : 2) : 3,
      oiliness: isOily ? 4 : 3,
      moment: moments[nextInt(random, 0, moments.length - 1)],
    };
  };
};

/** The themes that somebody who reads the answer sorts it into. */
export const meantByCrisps = (text: string): readonly string[] =>
  Object.values(crispsWords)
    .flat()
    .find(({ body }) => body === text)?.themes ?? [];
