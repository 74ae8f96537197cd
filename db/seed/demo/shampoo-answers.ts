// What participants of the shampoo trial answer: made up, but of one piece. Somebody who finds the scent too strong says so in every
// question about it. Quick rinse is liked a little more, most by those who rinse with a scoop; long hair feels rougher after it.
import { createRandom, nextInt, nextUniform, shuffle, type Random } from "../../../app/statistics/random";
import { shampooOpenAnswers } from "../texts/trials-open-answers";
import type { DemoOpenAnswer } from "../texts/types";
import type { Given } from "./answer-questions.server";
import type { ShampooApplicant } from "./shampoo-applicants";

type Prototype = "shampoo-current" | "shampoo-quick-rinse";
type Said = { likes?: DemoOpenAnswer; dislikes?: DemoOpenAnswer };

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)));
/** About normal: the sum of three uniform numbers. */
const wobble = (random: Random, spread: number) => (nextUniform(random) + nextUniform(random) + nextUniform(random) - 1.5) * 2 * spread;

/** Hands out each open answer once, first to those whom it was written for; about every fourth person writes nothing. */
export const openAnswersFor = (keys: readonly string[]): ((key: string, prototype: Prototype) => Said) => {
  const random = createRandom("demo-open-answers");
  const said = new Map<string, DemoOpenAnswer>();
  for (const prototype of ["shampoo-current", "shampoo-quick-rinse"] as const)
    for (const question of ["likes", "dislikes"] as const) {
      const own = shampooOpenAnswers.filter((answer) => answer.prototype === prototype && answer.question === question);
      const place = (key: string) => `${prototype} ${question} ${key}`;
      const free = () => shuffle(random, keys).filter((key) => !said.has(place(key)));
      for (const answer of [
        ...own.filter(({ by }) => by),
        ...shuffle(
          random,
          own.filter(({ by }) => !by),
        ),
      ]) {
        const writer = free().find((key) => (answer.by ? answer.by.includes(key) : nextUniform(random) < 0.9));
        if (writer) said.set(place(writer), answer);
      }
    }
  return (key, prototype) => ({ likes: said.get(`${prototype} likes ${key}`), dislikes: said.get(`${prototype} dislikes ${key}`) });
};

const strengths = (random: Random, said: Said, isQuick: boolean) => {
  const minds = (theme: string) => said.dislikes?.themes.includes(theme) === true;
  const enjoys = (theme: string) => said.likes?.themes.includes(theme) === true;
  /** Just about right unless it is minded; some find it off without writing about it. */
  const scale = (theme: string, off: 2 | 4, share: number) => {
    if (minds(theme)) return off === 4 ? 4 + (nextUniform(random) < 0.3 ? 1 : 0) : 2 - (nextUniform(random) < 0.25 ? 1 : 0);
    return !enjoys(theme) && nextUniform(random) < share ? off : 3;
  };
  return {
    scent_strength: scale("scent", 4, 0.22),
    thickness: scale("thickness", isQuick ? 2 : 4, 0.12),
    foam: scale("foam", isQuick ? 2 : 4, isQuick ? 0.25 : 0.1),
    slipperiness: minds("rinse") ? 5 : isQuick ? scale("roughness", 2, 0.08) : scale("rinse", 4, 0.4),
  };
};

/** The answers of one person about one prototype. */
export const shampooAnswers = (applicant: ShampooApplicant, prototype: Prototype, said: Said): Given => {
  const person = createRandom(`liking ${applicant.key}`);
  const leaning = wobble(person, 0.9);
  const usualScoops = nextInt(person, 8, 11);
  const random = createRandom(`answers ${applicant.key} ${prototype}`);
  const isQuick = prototype === "shampoo-quick-rinse";
  const jar = strengths(random, said, isQuick);
  const off = Object.values(jar).filter((value) => value !== 3).length;
  const isRough = said.dislikes?.themes.includes("roughness") === true;
  const isSoft = said.likes?.themes.includes("softness") === true;
  const gain = isQuick ? (applicant.rinsing === "scoop" ? 1 : 0.4) - (applicant.hair === "long" ? 0.4 : 0) : 0;
  const overall = between(7 + leaning + gain - off * 0.7 - (isRough ? 0.5 : 0) + wobble(random, 0.7), 2, 9);
  const softness = isRough ? nextInt(random, 2, 4) : isSoft ? nextInt(random, 6, 7) : between((isQuick ? 5.1 : 5.5) + wobble(random, 0.8), 3, 7);
  const dryScalp = said.dislikes?.themes.includes("scalp") ? (isQuick ? "dryness" : "oily_sooner") : nextUniform(random) < 0.08 ? "itching" : "none";
  const scoops = /enam gayung/.test(said.likes?.body ?? "")
    ? 6
    : between((isQuick ? 0.68 : 1) * usualScoops + (jar.slipperiness > 3 ? 2 : 0) + wobble(random, 0.8), 4, 18);
  return {
    overall,
    purchase_intent: between((overall - 1) * 0.5 + 1.1 + wobble(random, 0.5), 1, 5),
    likes: said.likes?.body,
    dislikes: said.dislikes?.body,
    scent_liking: between(7.2 + leaning / 2 - (jar.scent_strength - 3) * 1.6 + (said.likes?.themes.includes("scent") ? 1 : 0) + wobble(random, 0.6), 2, 9),
    ...jar,
    scoops_to_rinse: applicant.rinsing === "scoop" ? scoops : undefined,
    softness_dry: softness,
    scent_lasted:
      jar.scent_strength > 3
        ? nextUniform(random) < 0.5
          ? "next_day"
          : "evening"
        : (["midday", "midday", "evening", "not_noticed"] as const)[nextInt(random, 0, 3)],
    scalp: [dryScalp],
    against_own: between(3 + (overall - 6.5) * 0.6 + wobble(random, 0.4), 1, 5),
    times_used: nextInt(random, applicant.washes === "daily" ? 6 : 4, applicant.washes === "daily" ? 7 : 5),
  };
};
