// How much those who say something like what they tried, beside those who do not say it (METHODS §3.25). It goes together; it need not be the reason.
import { welchTest } from "~/statistics/welch";
import { tagLifts, type TaggedComment } from "~/statistics/word-lift";
import { isResult } from "~/statistics/result";
import { strengthOf } from "~/statistics/strength";
import type { RatingConfig } from "../../rating-analysis.server";
import type { ReportData } from "../../data.server";
import type { ResultTable } from "../../question-result";
import { cell, strengthCell } from "../../result-parts.server";
import type { CodedAnswers } from "./coded-answers";
import { sayTheme } from "./say.server";

const fewest = 15;

/** Null where overall liking was not asked, or no theme stands in fifteen answers beside fifteen others. */
export const likingTable = (data: ReportData, { themes, chosen }: CodedAnswers): ResultTable | null => {
  const asked = data.questions.find(({ type, config }) => type === "rating" && (config as RatingConfig).measures === "overall_liking");
  const liking = asked && data.numbers.get(asked.key);
  if (!asked || !liking) return null;
  const { min, max } = asked.config as RatingConfig;
  const comments: TaggedComment[] = [];
  for (let row = 0; row < data.rows.count; row += 1) {
    const [tags, value] = [chosen[row], liking[row]!];
    if (tags !== undefined && !Number.isNaN(value)) comments.push({ tags: [...tags], liking: value });
  }
  const lifts = tagLifts(comments, fewest).filter(({ n }) => comments.length - n >= fewest);
  const rows = themes.flatMap(({ value, label }) => {
    const lift = lifts.find(({ tag }) => tag === value);
    if (!lift) return [];
    const withIt = comments.filter(({ tags }) => tags.includes(value)).map((comment) => comment.liking);
    const without = comments.filter(({ tags }) => !tags.includes(value)).map((comment) => comment.liking);
    const test = welchTest(withIt, without, 1 - data.trial.alpha);
    const bounds = isResult(test) ? { lower: test.interval.lower, upper: test.interval.upper } : null;
    const strength = strengthOf({
      adjustedP: lift.adjustedP,
      alpha: data.trial.alpha,
      n: Math.min(withIt.length, without.length),
      halfWidth: bounds && (bounds.upper - bounds.lower) / 2,
      scale: { kind: "points", minimum: min, maximum: max },
    });
    const cells = [
      cell("count", lift.n),
      cell("mean", lift.meanWith, { n: withIt.length }),
      cell("mean", lift.meanWithout, { n: without.length }),
      cell("difference", lift.lift, { bounds }),
      cell("p", lift.adjustedP),
      strengthCell(strength),
    ];
    return [{ key: value, label, isLow: false, cells, lift: lift.lift }];
  });
  return rows.length === 0
    ? null
    : {
        caption: sayTheme("table_liking"),
        head: [
          sayTheme("head_theme"),
          sayTheme("head_answers"),
          sayTheme("head_liking_with"),
          sayTheme("head_liking_without"),
          sayTheme("head_difference"),
          { en: "p", id: "p" },
          sayTheme("head_strength"),
        ],
        rows: rows.sort((a, b) => a.lift - b.lift).map(({ key, label, isLow, cells }) => ({ key, label, isLow, cells })),
      };
};
