// Questions whose answers are told apart by prototype: scales, scores, shares of options and words, several attributes, amounts.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { jarLevel } from "~/statistics/penalty";
import { promoterPoints } from "~/statistics/nps";
import { atTheBeginning } from "../blocks/kano/analyse.server";
import { numberRange, partsOf } from "../blocks/profiles/analyse.server";
import type { QuestionFinding } from "../question-result";
import { ratingConfigOf } from "../rating-analysis.server";
import { say as sayFinding, trimmed } from "../result-parts.server";
import { inBoth } from "../sentences.server";
import { columnsOf, meaningOf, valuesOf, type Meaning, type Setting } from "./columns.server";
import { compareItems, type Compared, type ComparedItem, type Item, type Measure } from "./compare-items.server";
import { say } from "./say.server";
import { columnsTable, itemsTable, pairsTable, withPairs } from "./tables.server";
import { titleOf } from "./titles.server";

const itemOf = (setting: Setting, { key }: Question, part: { key: string; label: LocalizedText }, measure: Measure, meaning: Meaning): Item => {
  const columns = columnsOf(setting, key, meaning);
  return { ...part, measure, columns, values: columns.map((column) => valuesOf(setting, key, meaning, column)) };
};

const methodOf = ({ kind }: Pick<Compared, "kind">, what: Measure["kind"]): LocalizedText => say(`weighted_method_${what}_${kind}`);

const baseOf = ({ items }: Compared): number => Math.max(0, ...items.map(({ values }: ComparedItem) => values.reduce((sum, { column }) => sum + column.n, 0)));

const framed = (question: Question, compared: Compared, what: Measure["kind"]): Omit<QuestionFinding, "tables"> => ({
  key: question.key,
  text: question.text,
  ...titleOf(trimmed(question.text), compared),
  n: baseOf(compared),
  chart: null,
  method: methodOf(compared, what),
  notes: [],
});

/** Means are held against each other, and top boxes for themselves below. */
export const weighRating = (setting: Setting, question: Question): QuestionFinding => {
  const { topBoxes, min, max } = ratingConfigOf(question);
  const column = setting.data.columns.get(question.key);
  const mean = itemOf(
    setting,
    question,
    { key: "mean", label: question.text },
    { kind: "mean", min, max },
    meaningOf<number>(column, (value) => value),
  );
  const top: Item = {
    ...mean,
    key: "top",
    measure: { kind: "share" },
    values: mean.values.map((own) => own.map((value) => (topBoxes.includes(value) ? 1 : 0))),
  };
  const [means, boxes] = [compareItems(setting, [mean]), topBoxes.length > 0 ? compareItems(setting, [top]) : null];
  const table = columnsTable([...means.items, ...(boxes?.items ?? [])], say("table_weighted_means"), say("head_prototype"), boxes ? ["mean", "top"] : ["mean"]);
  const tops = boxes && boxes.items[0]!.pairs.length > 0 ? [{ ...pairsTable(boxes.items[0]!, false), caption: say(`table_weighted_top_${boxes.kind}`) }] : [];
  return { ...framed(question, means, "mean"), ...withPairs(table, means, tops) };
};

export const weighPromoters = (setting: Setting, question: Question): QuestionFinding => {
  const column = setting.data.columns.get(question.key);
  const score = itemOf(setting, question, { key: "score", label: question.text }, { kind: "promoters" }, meaningOf<number>(column, promoterPoints));
  const share = (key: string, wanted: number): Item => ({
    ...score,
    key,
    measure: { kind: "share" },
    values: score.values.map((own) => own.map((value) => (value === wanted ? 1 : 0))),
  });
  const compared = compareItems(setting, [score]);
  // The parts of a score are shown and not tested beside it.
  const parts = compareItems(setting, [share("promoters", 100), share("detractors", -100)]).items.map((item) => ({
    ...item,
    values: item.values.map((value) => ({ ...value, letters: "" })),
  }));
  return {
    ...framed(question, compared, "promoters"),
    ...withPairs(
      columnsTable([...compared.items, ...parts], say("table_weighted_scores"), say("head_prototype"), ["score", "promoters", "detractors"]),
      compared,
    ),
  };
};

/** A slider or a typed number. */
export const weighNumber = (setting: Setting, question: Question): QuestionFinding => {
  const range = numberRange(question, setting.data.numbers.get(question.key) ?? new Float64Array(0));
  const meaning = meaningOf<number>(setting.data.columns.get(question.key), (value) => value);
  const compared = compareItems(setting, [itemOf(setting, question, { key: "mean", label: question.text }, { kind: "mean", ...range }, meaning)]);
  return {
    ...framed(question, compared, "mean"),
    ...withPairs(columnsTable(compared.items, say("table_weighted_means"), say("head_prototype"), ["mean"]), compared),
  };
};

type Option = { value: string; label: LocalizedText };

/** Shares of people of whom something is true; everybody who answered counts for every option. */
const weighShares = (
  setting: Setting,
  question: Question,
  options: readonly Option[],
  isTrue: (answer: unknown, option: string) => boolean,
): QuestionFinding => {
  const column = setting.data.columns.get(question.key);
  const columns = columnsOf(
    setting,
    question.key,
    meaningOf(column, () => 0),
  );
  const items = options.map(({ value, label }): Item => {
    const meaning = meaningOf<unknown>(column, (answer) => (isTrue(answer, value) ? 1 : 0));
    return { key: value, label, measure: { kind: "share" }, columns, values: columns.map((own) => valuesOf(setting, question.key, meaning, own)) };
  });
  const compared = compareItems(setting, items);
  return { ...framed(question, compared, "share"), ...withPairs(itemsTable(compared.items, say("table_weighted_shares")), compared) };
};

/** What people wrote under "other" is their own words; here they are only counted. */
const other = "other:";

export const weighChoices = (setting: Setting, question: Question): QuestionFinding => {
  const known = (question.config as { options: Option[] }).options;
  const codes = new Set(known.map(({ value }) => value));
  const has = (answer: unknown, option: string) => [answer].flat().some((code) => (codes.has(code as string) ? code : other) === option);
  const column = setting.data.columns.get(question.key);
  const hasOther = column?.kind === "values" && column.answers.some((json) => has(JSON.parse(json), other));
  return weighShares(setting, question, hasOther ? [...known, { value: other, label: sayFinding("other_answer") }] : known, has);
};

/** Words that were rated from 0 to 3 count as checked from 1 on. */
export const weighWords = (setting: Setting, question: Question): QuestionFinding =>
  weighShares(setting, question, (question.config as { terms: Option[] }).terms, (answer, term) =>
    question.type === "rata" ? ((answer as Record<string, number>)[term] ?? 0) > 0 : (answer as string[]).includes(term),
  );

export const weighJustAboutRight = (setting: Setting, question: Question): QuestionFinding => {
  const { points, attribute } = question.config as { points: number; attribute: LocalizedText };
  const side = (key: "too_little" | "too_much") => atTheBeginning(inBoth((t, _format, pick) => t(`reports.${key}`, { attribute: pick(attribute) })));
  const options = [
    { value: "low", label: side("too_little") },
    { value: "jar", label: inBoth((t) => t("reports.just_right")) },
    { value: "high", label: side("too_much") },
  ];
  return weighShares(setting, question, options, (answer, level) => jarLevel(answer as number, (points + 1) / 2) === level);
};

/** Several attributes on one scale, parts of a sum, or how strong each word is. */
export const weighProfile = (setting: Setting, question: Question): QuestionFinding => {
  const column = setting.data.columns.get(question.key);
  const items = partsOf(question).map(({ value, label, min, max }) => {
    const absent = question.type === "rata" ? 0 : Number.NaN;
    const meaning = meaningOf<Record<string, number>>(column, (answer) => (typeof answer[value] === "number" ? answer[value] : absent));
    return itemOf(setting, question, { key: value, label }, { kind: "mean", min, max }, meaning);
  });
  const compared = compareItems(setting, items);
  const finding = framed(question, compared, "mean");
  return {
    ...finding,
    key: question.type === "rata" ? `${question.key}:strength` : question.key,
    ...withPairs(itemsTable(compared.items, say("table_weighted_means")), compared),
  };
};
