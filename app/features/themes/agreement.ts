// Whether two who read the same answers saw the same in them.
import { cohenKappa, fleissKappa, krippendorffAlpha, krippendorffIntervals, type CodedUnits } from "~/statistics/agreement";
import { isResult, type Interval } from "~/statistics/result";

/** One answer that at least two have coded: what each of them saw in it. */
export type DoubleCoded = { responseId: number; readings: { coderId: number; themeIds: readonly number[] }[] };

export type AgreementReading = "good" | "tentative" | "poor" | "few" | "undefined";

/** Fewer answers coded twice say nothing; half a hundred, or all there are, say enough. */
export const fewestDoubleCoded = 10;
export const wantedDoubleCoded = 50;

/** What fits who read: Cohen's for the same two throughout, Fleiss' for equally many on every answer; none fits where some were read by more than others. */
export type KappaKind = "cohen" | "fleiss";

type Measured = { alpha: number | null; interval: Interval | null; kappa: number | null };
export type ThemeAgreement = Measured & { themeId: number; /** Answers that any of the coders put here. */ used: number };
export type Agreement = Measured & { answers: number; reading: AgreementReading; kappaKind: KappaKind | null; themes: ThemeAgreement[] };

/** Each theme is a yes or no of its own (METHODS §3.25), in the order of the coders. */
const unitOf = ({ readings }: DoubleCoded, themeId: number): number[] =>
  readings.toSorted((one, other) => one.coderId - other.coderId).map(({ themeIds }) => Number(themeIds.includes(themeId)));

const alphaOf = (units: CodedUnits): number | null => {
  const found = krippendorffAlpha(units);
  return isResult(found) ? found.alpha : null;
};

const readingOf = (alpha: number | null, answers: number): AgreementReading => {
  if (answers < fewestDoubleCoded) return "few";
  if (alpha === null) return "undefined";
  return alpha >= 0.8 ? "good" : alpha >= 0.667 ? "tentative" : "poor";
};

/** Of a theme that nobody used. */
const nothing: Measured = { alpha: null, interval: null, kappa: null };

const kappaKindOf = (answers: readonly DoubleCoded[]): KappaKind | null => {
  const coders = new Set(answers.flatMap(({ readings }) => readings.map(({ coderId }) => coderId)));
  if (coders.size === 2) return "cohen";
  return new Set(answers.map(({ readings }) => readings.length)).size === 1 ? "fleiss" : null;
};

const kappaOf = (kind: KappaKind | null, units: readonly (readonly number[])[]): number | null => {
  if (kind === null) return null;
  const found = kind === "fleiss" ? fleissKappa(units) : cohenKappa(units.map((unit) => unit[0]!), units.map((unit) => unit[1]!)); // prettier-ignore
  return isResult(found) ? found.kappa : null;
};

/** Krippendorff's alpha and the kappa that fits, for each theme and over all of them; intervals from drawing answers again, with all of their themes. */
export const agreementOf = (answers: readonly DoubleCoded[], themeIds: readonly number[], seed: string): Agreement => {
  const used = themeIds.map((themeId) => ({
    themeId,
    used: answers.filter(({ readings }) => readings.some((reading) => reading.themeIds.includes(themeId))).length,
  }));
  const inUse = used.flatMap(({ themeId, used: n }) => (n > 0 ? [themeId] : []));
  const isEnough = answers.length >= fewestDoubleCoded;
  const kappaKind = isEnough ? kappaKindOf(answers) : null;
  // Over all themes first, then each by itself, on the same draws.
  const measured = [inUse, ...inUse.map((themeId) => [themeId])].map((themes) => answers.map((answer) => themes.map((themeId) => unitOf(answer, themeId))));
  const intervals = isEnough ? krippendorffIntervals(measured, "nominal", seed) : [];
  const measures = measured.map((byAnswer, index): Measured => {
    const units = byAnswer.flat();
    return { alpha: alphaOf(units), interval: intervals[index] ?? null, kappa: kappaOf(kappaKind, units) };
  });
  const overall = measures[0]!;
  return {
    answers: answers.length,
    ...overall,
    reading: readingOf(overall.alpha, answers.length),
    kappaKind,
    themes: used.map(({ themeId, used: n }) => ({ themeId, used: n, ...(n > 0 ? measures[inUse.indexOf(themeId) + 1]! : nothing) })),
  };
};

/** Answers in which not everybody saw the same. */
export const differing = (answers: readonly DoubleCoded[]): DoubleCoded[] =>
  answers.filter(({ readings }) => new Set(readings.map(({ themeIds }) => [...themeIds].sort((a, b) => a - b).join())).size > 1);
