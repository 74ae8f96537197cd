// A questionnaire with a question of every type, and answers to it that vary between people and prototypes.
import type { StoredStudy } from "./stored-study";

const both = (text: string) => ({ en: text, id: text });
const items = (...values: string[]) => values.map((value) => ({ value, label: both(value) }));
const options = (...values: string[]) => values.map((value) => ({ value, label: both(value), screening: "neutral" }));

export const everyQuestion: StoredStudy["questions"] = [
  {
    key: "liking",
    type: "rating",
    config: { preset: "hedonic9", min: 1, max: 9, highIsGood: true, topBoxes: [8, 9], bottomBoxes: [1, 2], measures: "overall_liking" },
  },
  {
    key: "recommend",
    type: "rating",
    config: { preset: "nps11", min: 0, max: 10, highIsGood: true, topBoxes: [9, 10], bottomBoxes: [0, 1, 2, 3, 4, 5, 6], measures: "attribute" },
  },
  {
    key: "scent",
    type: "rating",
    config: { preset: "custom", min: 1, max: 7, highIsGood: true, topBoxes: [6, 7], bottomBoxes: [1, 2], measures: "attribute" },
  },
  { key: "foam", type: "rating", config: { preset: "custom", min: 1, max: 7, highIsGood: true, topBoxes: [6, 7], bottomBoxes: [1, 2], measures: "attribute" } },
  { key: "strength", type: "just_about_right", config: { points: 5, attribute: both("strong") } },
  { key: "pair", type: "paired_preference", config: { between: "samples", sides: [], allowsNone: true, asksStrength: false } },
  { key: "when", type: "single_choice", config: { options: options("morning", "night"), allowOther: true } },
  { key: "uses", type: "multiple_choice", config: { options: options("hands", "dishes", "none") } },
  { key: "words", type: "cata", config: { terms: items("fresh", "sharp", "soft"), allowsNone: true } },
  { key: "ideal", type: "cata", config: { terms: items("fresh", "sharp", "soft"), allowsNone: true, describesIdeal: true } },
  { key: "rated", type: "rata", config: { terms: items("fresh", "sharp") } },
  { key: "order", type: "ranking", config: { items: items("scent", "price", "foam"), top: null } },
  { key: "best", type: "maxdiff", config: { items: items("a", "b", "c", "d"), perTask: 4, tasks: 3, versions: 1, seed: 1, most: both("m"), least: both("l") } },
  { key: "agree", type: "matrix", config: { rows: items("cleans", "lasts"), points: 5, labels: {} } },
  { key: "opposite", type: "semantic_differential", config: { pairs: [{ value: "modern", low: both("old"), high: both("modern") }], mixesSides: true } },
  { key: "slide", type: "slider", config: { min: 0, max: 100, step: 1, low: both("l"), high: both("h") } },
  { key: "amount", type: "number", config: { unit: both("ml"), min: 0, max: 500, step: 1, screening: null } },
  { key: "points", type: "constant_sum", config: { items: items("scent", "price"), total: 100 } },
  { key: "refill", type: "kano", config: { feature: both("A refill"), asksImportance: false } },
  { key: "price", type: "price_sensitivity", config: { currency: "IDR", most: 1_000_000 } },
  { key: "day", type: "date_time", config: { asks: "date", earliest: null, latest: null } },
  { key: "log", type: "usage_log", config: { maxRows: 3, unit: null, contexts: [], asksProblem: true } },
  { key: "why", type: "open_text", config: { maxLength: 10_000, minLength: 0, offersIdea: false } },
  { key: "picture", type: "photo", config: { max: 1 } },
  { key: "check", type: "attention", config: { expected: 5 } },
  { key: "told", type: "information", config: { body: both("x") } },
  { key: "ok", type: "consent", config: { statement: both("x"), mustAgree: false } },
];

/** Answers that vary between people and prototypes; B is better in everything. */
export const varied = (person: number, prototype: number, key: string): unknown => {
  const noise = (person * 7 + key.length * 3) % 5;
  const better = prototype === 1;
  switch (key) {
    case "liking":
      return Math.min(9, 4 + (noise % 3) + (better ? 2 : 0));
    case "recommend":
      return Math.min(10, 5 + noise + (better ? 1 + (person % 2) : 0));
    case "scent":
      return 2 + (((person * 7 + 18) % 5) % 3) + (better ? 2 : 0);
    case "foam":
      return 2 + ((person * 3) % 5);
    case "strength":
      return 1 + ((person + prototype) % 5);
    case "pair":
      return better
        ? { choice: person % 10 === 0 ? "none" : person % 4 === 0 ? "101" : "202", left: person % 2 ? "101" : "202", right: person % 2 ? "202" : "101" }
        : undefined;
    case "when":
      return person % 9 === 0 ? "other:after sport" : (person + prototype) % 3 ? "morning" : "night";
    case "uses":
      return better && person % 3 ? ["hands", "dishes"] : ["hands"];
    case "words":
      return person % 8 === 0 ? ["none"] : better && person % 5 ? ["fresh", "soft"] : person % 4 ? ["sharp"] : ["fresh", "sharp"];
    case "ideal":
      return person % 3 ? ["fresh"] : person % 2 ? ["soft", "fresh"] : ["none"];
    case "rated":
      return { fresh: better ? 2 + (person % 2) : person % 2, sharp: person % 3 };
    case "order":
      return person % 4 ? ["price", "scent", "foam"] : person % 8 ? ["scent", "price", "foam"] : ["foam"];
    case "best":
      return [
        { shown: ["a", "b", "c", "d"], best: person % 4 ? "a" : "b", worst: person % 3 ? "d" : "c" },
        { shown: ["a", "b", "c", "d"], best: person % 5 ? "a" : "d", worst: person % 2 ? "c" : "b" },
        { shown: ["a", "b", "c", "d"], best: person % 6 ? "b" : "c", worst: person % 7 ? "d" : "a" },
      ];
    case "agree":
      return { cleans: 1 + ((person + (better ? 2 : 0)) % 5), lasts: 1 + (person % 5) };
    case "opposite":
      return { modern: ((person + prototype) % 7) - 3 };
    case "slide":
      return (person * 13 + prototype * 20) % 101;
    case "amount":
      return 10 + (person % 20);
    case "points":
      return { scent: 40 + (person % 30), price: 60 - (person % 30) };
    case "refill":
      return { functional: person % 5 ? 1 : 3, dysfunctional: person % 4 ? 5 : 3 };
    case "price":
      return {
        too_cheap: 2000 + (person % 6) * 500,
        cheap: 6000 + (person % 5) * 700,
        expensive: 12_000 + (person % 7) * 900,
        too_expensive: 20_000 + (person % 4) * 1500,
      };
    case "day":
      return "2026-11-02";
    case "log":
      return [{ at: "2026-11-02T07:00", problem: "none" }];
    case "why":
      return "Wangi";
    case "check":
      return person % 11 ? 5 : 2;
    case "ok":
      return "yes";
    default:
      return undefined;
  }
};
