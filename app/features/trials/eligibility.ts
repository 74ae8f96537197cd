// Who may take part, beside what the screener asks: answers that rule somebody out, and points that have to add up.
type Facts = Readonly<Record<string, unknown>>;

/** `fact` names a profile fact, `question` a question of the screener. The line applies when the answer is one of `values`. */
export type EligibilityLine = {
  source: { kind: "fact" | "question"; key: string };
  values: string[];
  effect: { kind: "knock_out" } | { kind: "points"; points: number };
};
export type EligibilityRule = { lines: EligibilityLine[]; minimum: number };

export type Verdict = { isEligible: boolean; points: number; knockedOutBy: number | null };

const given = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)]);

const applies = (line: EligibilityLine, facts: Facts, answers: Facts): boolean => {
  const values = given((line.source.kind === "fact" ? facts : answers)[line.source.key]);
  return values.some((value) => line.values.includes(value));
};

/** Without a rule everybody may take part. A fact that nobody knows neither rules out nor gives points. */
export const judge = (rule: EligibilityRule | null, facts: Facts, answers: Facts): Verdict => {
  if (!rule) return { isEligible: true, points: 0, knockedOutBy: null };
  const hits = rule.lines.map((line) => applies(line, facts, answers));
  const knockedOutBy = rule.lines.findIndex((line, index) => hits[index] && line.effect.kind === "knock_out");
  const points = rule.lines.reduce((sum, line, index) => sum + (hits[index] && line.effect.kind === "points" ? line.effect.points : 0), 0);
  return { isEligible: knockedOutBy < 0 && points >= rule.minimum, points, knockedOutBy: knockedOutBy < 0 ? null : knockedOutBy };
};

/** The most points that the questions of the screener can still add to what the profile says. */
export const pointsStillPossible = (rule: EligibilityRule): number => {
  const best = new Map<string, number>();
  for (const { source, effect } of rule.lines)
    if (source.kind === "question" && effect.kind === "points") best.set(source.key, Math.max(best.get(source.key) ?? 0, 0) + Math.max(0, effect.points));
  return [...best.values()].reduce((sum, points) => sum + points, 0);
};

/** What can be said of somebody before they have answered anything: only what the profile rules out is ruled out. */
export const mayBeEligible = (rule: EligibilityRule | null, facts: Facts): boolean => {
  if (!rule) return true;
  const verdict = judge(rule, facts, {});
  return verdict.knockedOutBy === null && verdict.points + pointsStillPossible(rule) >= rule.minimum;
};
