// Which questions somebody is asked: a rule looks only at earlier answers, and an answer counts only where its question was shown.
import type { Question } from "./questionnaire";
import { isQuestionType, typeOf } from "./types/registry";

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { question: string; is: "answered" | "unanswered" }
  | { question: string; is: "any_of" | "all_of" | "none_of"; codes: string[] }
  | { question: string; is: "at_least" | "at_most" | "equals"; number: number };

export type Test = Extract<Condition, { question: string }>;
export const testKinds = ["answered", "unanswered", "any_of", "all_of", "none_of", "at_least", "at_most", "equals"] as const satisfies Test["is"][];

/** The answers given, by question key; a skipped question is absent. */
export type Given = Readonly<Record<string, unknown>>;

/** Every single test of a rule, however deep it lies. */
export const testsIn = (condition: Condition): Test[] => {
  if ("all" in condition) return condition.all.flatMap(testsIn);
  if ("any" in condition) return condition.any.flatMap(testsIn);
  if ("not" in condition) return testsIn(condition.not);
  return [condition];
};

type Look = { codes: string[]; number: number | null };

const lookAt = (question: Pick<Question, "type" | "config">, value: unknown): Look => {
  const asked = isQuestionType(question.type) ? typeOf(question.type).asked : undefined;
  if (asked?.kind === "codes") return { codes: asked.of(question.config, value), number: null };
  return { codes: [], number: asked?.kind === "number" ? asked.of(value) : null };
};

/** A test about something that was not answered fails, unless it asks for just that. */
const passes = (test: Test, look: Look | undefined): boolean => {
  if (test.is === "answered") return look !== undefined;
  if (test.is === "unanswered") return look === undefined;
  if (!look) return false;
  if (test.is === "any_of") return test.codes.some((code) => look.codes.includes(code));
  if (test.is === "all_of") return test.codes.every((code) => look.codes.includes(code));
  if (test.is === "none_of") return !test.codes.some((code) => look.codes.includes(code));
  if (!("number" in test) || look.number === null) return false;
  return test.is === "at_least" ? look.number >= test.number : test.is === "at_most" ? look.number <= test.number : look.number === test.number;
};

const holds = (condition: Condition, lookOf: (key: string) => Look | undefined): boolean => {
  if ("all" in condition) return condition.all.every((each) => holds(each, lookOf));
  if ("any" in condition) return condition.any.some((each) => holds(each, lookOf));
  if ("not" in condition) return !holds(condition.not, lookOf);
  return passes(condition, lookOf(condition.question));
};

type Asked = Pick<Question, "key" | "type" | "config" | "showIf">;

/** The questions that are shown, in their order, given what was answered. */
export const shownQuestions = <Q extends Asked>(questions: readonly Q[], given: Given): Q[] => {
  const looks = new Map<string, Look>();
  return questions.filter((question) => {
    if (question.showIf && !holds(question.showIf, (key) => looks.get(key))) return false;
    const value = Object.hasOwn(given, question.key) ? given[question.key] : undefined;
    if (value !== undefined && value !== null) looks.set(question.key, lookAt(question, value));
    return true;
  });
};

/** What one question can look like to the tests about it: enough different looks that every test comes out both ways where it can. */
const looksOf = (question: Asked & Pick<Question, "required">, tests: readonly Test[]): (Look | undefined)[] => {
  const asked = isQuestionType(question.type) ? typeOf(question.type).asked : undefined;
  const none = question.required ? [] : [undefined];
  if (!asked) return [...none, { codes: [], number: null }];
  if (asked.kind === "number") {
    const { min, max } = asked.range(question.config);
    const marks = tests.flatMap((test) => ("number" in test ? [test.number - 1, test.number, test.number + 1] : []));
    const inside = [...new Set([min, max, ...marks])].filter((number) => number >= min && number <= max);
    return [...none, ...inside.map((number) => ({ codes: [], number }))];
  }
  const known = asked.codes(question.config).map((code) => code.value);
  const named = [...new Set(tests.flatMap((test) => ("codes" in test ? test.codes : [])))].filter((code) => known.includes(code));
  const spare = known.find((code) => !named.includes(code));
  const single = [...named, ...(spare === undefined ? [] : [spare])].map((code) => [code]);
  const sets = asked.isSingle ? single : subsets(named.slice(0, 8)).concat(spare === undefined ? [] : [[spare]]);
  return [...none, ...sets.map((codes) => ({ codes, number: null }))];
};

const subsets = (codes: readonly string[]): string[][] => codes.reduce<string[][]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]]);

/** Above this many combinations nobody can say quickly, and the question is taken to be reachable. */
const mostCombinations = 20_000;

/** Whether any answers at all lead to the question. Questions that its rule depends on are tried in all their looks. */
export const isReachable = (questions: readonly (Asked & Pick<Question, "required">)[], key: string): boolean => {
  const target = questions.find((question) => question.key === key);
  if (!target?.showIf) return true;
  const needed = new Set<string>();
  const need = (condition: Condition) => {
    for (const test of testsIn(condition)) {
      if (needed.has(test.question)) continue;
      needed.add(test.question);
      const rule = questions.find((question) => question.key === test.question)?.showIf;
      if (rule) need(rule);
    }
  };
  need(target.showIf);
  const path = questions.filter((question) => needed.has(question.key));
  const tests = [target, ...path].flatMap((question) => (question.showIf ? testsIn(question.showIf) : []));
  const choices = path.map((question) => ({
    question,
    looks: looksOf(
      question,
      tests.filter((test) => test.question === question.key),
    ),
  }));
  if (choices.reduce((product, { looks }) => product * Math.max(1, looks.length), 1) > mostCombinations) return true;
  const rule = target.showIf;
  const walk = (index: number, looks: ReadonlyMap<string, Look>): boolean => {
    const choice = choices[index];
    if (!choice) return holds(rule, (each) => looks.get(each));
    const { question } = choice;
    if (question.showIf && !holds(question.showIf, (each) => looks.get(each))) return walk(index + 1, looks);
    return choice.looks.some((look) => walk(index + 1, look ? new Map([...looks, [question.key, look]]) : looks));
  };
  return walk(0, new Map());
};

export type RuleProblem =
  "rule_later" | "rule_cycle" | "rule_unknown" | "rule_option_gone" | "rule_number_outside" | "rule_empty" | "rule_wrong_kind" | "unreachable";

const dependsOn = (questions: readonly Asked[], from: string, on: string, seen = new Set<string>()): boolean => {
  if (seen.has(from)) return false;
  seen.add(from);
  const rule = questions.find((question) => question.key === from)?.showIf;
  return rule ? testsIn(rule).some((test) => test.question === on || dependsOn(questions, test.question, on, seen)) : false;
};

const problemOfTest = (questions: readonly Asked[], place: number, test: Test): RuleProblem[] => {
  const at = questions.findIndex((question) => question.key === test.question);
  const question = questions[at];
  const own = questions[place];
  if (!question || !own) return ["rule_unknown"];
  if (test.question === own.key || dependsOn(questions, test.question, own.key)) return ["rule_cycle"];
  if (at > place) return ["rule_later"];
  const asked = isQuestionType(question.type) ? typeOf(question.type).asked : undefined;
  if ("codes" in test) {
    if (asked?.kind !== "codes") return ["rule_wrong_kind"];
    if (test.codes.length === 0) return ["rule_empty"];
    const known = asked.codes(question.config).map((code) => code.value);
    return test.codes.every((code) => known.includes(code)) ? [] : ["rule_option_gone"];
  }
  if ("number" in test) {
    if (asked?.kind !== "number") return ["rule_wrong_kind"];
    const { min, max } = asked.range(question.config);
    return test.number >= min && test.number <= max ? [] : ["rule_number_outside"];
  }
  return [];
};

/** What is wrong with the rule of a question; an unreachable one is only named where the rule itself is sound. */
export const ruleProblems = (questions: readonly (Asked & Pick<Question, "required">)[], key: string): RuleProblem[] => {
  const place = questions.findIndex((question) => question.key === key);
  const rule = questions[place]?.showIf;
  if (!rule) return [];
  const tests = testsIn(rule);
  const found = tests.length === 0 ? (["rule_empty"] as RuleProblem[]) : [...new Set(tests.flatMap((test) => problemOfTest(questions, place, test)))];
  return found.length > 0 || isReachable(questions, key) ? found : ["unreachable"];
};
