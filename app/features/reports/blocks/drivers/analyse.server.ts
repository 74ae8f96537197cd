// Which attributes go together with liking: correlations, and parts of what all of them explain. Nobody is told that one causes the other.
import type { Question } from "~/features/questionnaires/questionnaire";
import { analyseDrivers } from "~/statistics/drivers";
import { isResult } from "~/statistics/result";
import { strengthOf } from "~/statistics/strength";
import { tTwoSided } from "~/statistics/distributions";
import { adjustPValues } from "~/statistics/adjust";
import type { ReportData } from "../../data.server";
import type { QuestionFinding } from "../../question-result";
import { ratingsThatMeasure } from "../../rating-analysis.server";
import { isNetPromoter } from "../net-promoter/analyse.server";
import { lowBase } from "../../report";
import { cell, head, isLowBase, say, sayNumbers, trimmed } from "../../result-parts.server";

/** Every row beyond these says nothing new, and takes as long as all before it. */
const mostRows = 5_000;

const attributesOf = (data: ReportData): Question[] =>
  data.questions.filter((question) => (ratingsThatMeasure(data, "attribute").includes(question) && !isNetPromoter(question)) || question.type === "slider");

export type DriverRows = {
  liking: Question;
  attributes: Question[];
  /** Rows with every answer, and those that are used. */
  complete: number;
  used: number[];
  overall: number[];
  answers: number[][];
  person: number[];
};

/** Null where liking was not asked, or with fewer than two attributes. */
export const driverRows = (data: ReportData): DriverRows | null => {
  const liking = ratingsThatMeasure(data, "overall_liking")[0];
  const attributes = attributesOf(data);
  if (!liking || attributes.length < 2) return null;
  const overall = data.numbers.get(liking.key)!;
  const columns = attributes.map(({ key }) => data.numbers.get(key)!);
  const rows: number[] = [];
  for (let row = 0; row < data.rows.count; row += 1) if (!Number.isNaN(overall[row]!) && columns.every((column) => !Number.isNaN(column[row]!))) rows.push(row);
  // Evenly spread over people and prototypes, so that the same data always give the same rows.
  const step = Math.max(1, rows.length / mostRows);
  const used = step === 1 ? rows : Array.from({ length: mostRows }, (_, index) => rows[Math.floor(index * step)]!);
  return {
    liking,
    attributes,
    complete: rows.length,
    used,
    overall: used.map((row) => overall[row]!),
    answers: used.map((row) => columns.map((column) => column[row]!)),
    person: used.map((row) => data.rows.person[row]!),
  };
};

export const analyseLikingDrivers = (data: ReportData): QuestionFinding[] => {
  const rated = driverRows(data);
  if (!rated) return [];
  const { liking, attributes, used } = rated;
  const found = used.length < lowBase ? null : analyseDrivers(rated.overall, rated.answers);
  const known = found && isResult(found) ? found : null;
  const people = new Set(rated.person).size;
  // Several questionnaires of one person are not several witnesses: the test counts people.
  const ps = known
    ? known.drivers.map(({ correlation: r }) => (1 - r * r < 1e-12 ? 0 : people > 2 ? tTwoSided(r * Math.sqrt((people - 2) / (1 - r * r)), people - 2) : 1))
    : [];
  const adjusted = adjustPValues(ps, "benjamini-hochberg");
  const parts = known
    ? known.drivers
        .map((driver, index) => ({
          question: attributes[index]!,
          driver,
          p: adjusted[index]!,
          part: known.rSquared > 0 ? (driver.shapley ?? driver.relativeWeight) / known.rSquared : 0,
        }))
        .sort((a, b) => b.part - a.part)
    : [];
  const [best] = parts;
  const strength = best ? strengthOf({ adjustedP: best.p, alpha: data.trial.alpha, n: people, halfWidth: null, scale: { kind: "share" } }) : null;
  const isShown = known !== null && !known.isWeak;
  return [
    {
      key: liking.key,
      text: liking.text,
      title: !known
        ? say("drivers_few", { count: used.length })
        : !isShown
          ? sayNumbers("drivers_weak", { share: { value: known.rSquared, as: "percent" } })
          : say(`drivers_${strength === "clearly" || strength === "probably" ? strength : "unknown"}`, {}, { attribute: trimmed(best!.question.text) }),
      strength: isShown ? strength : null,
      n: used.length,
      chart: isShown
        ? {
            kind: "intervals",
            unit: "share",
            domain: [0, Math.min(1, Math.max(...parts.map(({ part }) => part)) * 1.15)],
            line: null,
            rows: parts
              .slice(0, 20)
              .map(({ question, part }) => ({ key: question.key, label: question.text, n: used.length, value: part, bounds: null, letters: "" })),
          }
        : null,
      tables: known
        ? [
            {
              caption: say("table_drivers"),
              head: head("attribute", "correlation", "beta", "shapley", "relative_weight", "p"),
              rows: parts.map(({ question, driver, p }) => ({
                key: question.key,
                label: question.text,
                isLow: isLowBase(used.length),
                cells: [
                  cell("difference", driver.correlation),
                  cell("difference", driver.beta),
                  cell("share", known.isWeak ? null : driver.shapley),
                  cell("share", known.isWeak ? null : driver.relativeWeight),
                  cell("p", p),
                ],
              })),
            },
          ]
        : [],
      ...(known
        ? {
            others: [
              {
                caption: say("table_drivers_ranks"),
                head: head("attribute", "rank_correlation", "inflation"),
                rows: parts.map(({ question, driver }) => ({
                  key: question.key,
                  label: question.text,
                  isLow: isLowBase(used.length),
                  cells: [cell("difference", driver.rankCorrelation), cell("mean", driver.varianceInflation, { n: 100 })],
                })),
              },
            ],
          }
        : {}),
      method: known
        ? sayNumbers("method_drivers", { share: { value: known.rSquared, as: "percent" } }, { count: used.length, people })
        : say("method_drivers_small", { low: lowBase }),
      notes: [say("drivers_caution"), ...(rated.complete > used.length ? [say("drivers_sample", { count: used.length, total: rated.complete })] : [])],
    },
  ];
};
