// Whether two who read the same answers saw the same in them.
import { krippendorffAlpha, type CodedUnits } from "~/statistics/agreement";
import { bootstrap } from "~/statistics/bootstrap";
import { isResult, type Interval } from "~/statistics/result";

/** One answer that at least two have coded: what each of them saw in it. */
export type DoubleCoded = { responseId: number; readings: { coderId: number; themeIds: readonly number[] }[] };

export type AgreementReading = "good" | "tentative" | "poor" | "few" | "undefined";

/** Fewer answers coded twice say nothing; half a hundred, or all there are, say enough. */
export const fewestDoubleCoded = 10;
export const wantedDoubleCoded = 50;

export type ThemeAgreement = { themeId: number; /** Answers that any of the coders put here. */ used: number; alpha: number | null };
export type Agreement = { answers: number; alpha: number | null; interval: Interval | null; reading: AgreementReading; themes: ThemeAgreement[] };

/** Each theme is a yes or no of its own (METHODS §3.25). */
const unitsOf = (answers: readonly DoubleCoded[], themeId: number): CodedUnits =>
  answers.map(({ readings }) => readings.map(({ themeIds }) => Number(themeIds.includes(themeId))));

const alphaOf = (units: CodedUnits): number | null => {
  const found = krippendorffAlpha(units);
  return isResult(found) ? found.alpha : null;
};

const readingOf = (alpha: number | null, answers: number): AgreementReading => {
  if (answers < fewestDoubleCoded) return "few";
  if (alpha === null) return "undefined";
  return alpha >= 0.8 ? "good" : alpha >= 0.667 ? "tentative" : "poor";
};

/** What one answer adds to the coincidences of yes and no: differing pairs, yeses, and all codes, over every theme. */
const sharesOf = ({ readings }: DoubleCoded, themeIds: readonly number[]): [number, number, number] => {
  let [differing, yeses] = [0, 0];
  for (const themeId of themeIds) {
    const yes = readings.filter((reading) => reading.themeIds.includes(themeId)).length;
    differing += (yes * (readings.length - yes)) / (readings.length - 1);
    yeses += yes;
  }
  return [differing, yeses, readings.length * themeIds.length];
};

/** Alpha of yes and no from the sums of `sharesOf`. */
const pooledAlpha = (shares: Iterable<[number, number, number]>): number | null => {
  let [differing, yeses, codes] = [0, 0, 0];
  for (const [d, y, n] of shares) {
    differing += d;
    yeses += y;
    codes += n;
  }
  const expected = (yeses * (codes - yeses)) / (codes - 1);
  return codes > 1 && expected > 0 ? 1 - differing / expected : null;
};

/** Krippendorff's alpha for each theme, and over all of them with an interval from drawing answers again. */
export const agreementOf = (answers: readonly DoubleCoded[], themeIds: readonly number[], seed: string): Agreement => {
  const used = themeIds.map((themeId) => ({
    themeId,
    used: answers.filter(({ readings }) => readings.some((reading) => reading.themeIds.includes(themeId))).length,
  }));
  const inUse = used.flatMap(({ themeId, used: n }) => (n > 0 ? [themeId] : []));
  const alpha = alphaOf(inUse.flatMap((themeId) => unitsOf(answers, themeId)));
  const shares = answers.map((answer) => sharesOf(answer, inUse));
  const drawn =
    answers.length >= fewestDoubleCoded
      ? bootstrap(answers.length, (rows) => pooledAlpha(Array.from(rows, (row) => shares[row]!)), { seed, samples: 1000 })
      : null;
  return {
    answers: answers.length,
    alpha,
    interval: drawn && isResult(drawn) ? drawn.interval : null,
    reading: readingOf(alpha, answers.length),
    themes: used.map(({ themeId, used: n }) => ({ themeId, used: n, alpha: n === 0 ? null : alphaOf(unitsOf(answers, themeId)) })),
  };
};

/** Answers in which not everybody saw the same. */
export const differing = (answers: readonly DoubleCoded[]): DoubleCoded[] =>
  answers.filter(({ readings }) => new Set(readings.map(({ themeIds }) => [...themeIds].sort((a, b) => a - b).join())).size > 1);
