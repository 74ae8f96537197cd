// Turns what a schema refuses into Invalid, with a problem per field.
import type { z } from "zod";
import { Invalid, type FieldProblems } from "~/core/errors";

const nameOf = (issue: z.core.$ZodIssue): FieldProblems[string] => {
  const values = (issue as { params?: Record<string, string | number> }).params;
  if (/^[a-z]+(_[a-z0-9]+)*$/.test(issue.message)) return { key: issue.message, values };
  if (issue.code === "too_small") {
    const key = issue.origin === "string" ? (Number(issue.minimum) <= 1 ? "required" : "too_short") : issue.origin === "array" ? "too_few" : "too_small";
    return { key, values: { min: Number(issue.minimum) } };
  }
  if (issue.code === "too_big")
    return { key: issue.origin === "string" ? "too_long" : issue.origin === "array" ? "too_many_chosen" : "too_big", values: { max: Number(issue.maximum) } };
  return { key: "not_understood" };
};

/** The checked value, or Invalid. Problems are named by their path below `prefix`, or all by `prefix` where `asOne`. */
export const checked = <Schema extends z.ZodType>(schema: Schema, value: unknown, { prefix = "", asOne = false } = {}): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems: FieldProblems = {};
  for (const issue of parsed.error.issues) problems[asOne ? prefix : [prefix, ...issue.path.map(String)].filter(Boolean).join(".")] ??= nameOf(issue);
  throw new Invalid(problems);
};
