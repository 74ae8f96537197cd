// Forms: capped before they are parsed, then checked by a zod schema whose problems become message keys.
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { Invalid, type FieldProblems } from "~/core/errors";

const caps = { fields: 300, index: 200, depth: 5 } as const;

/** The submitted form; anything that no form of ours sends is refused before it is expanded. */
export const readForm = async (request: Request): Promise<FormData> => {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Invalid({ "": { key: "not_a_form" } });
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Invalid({ "": { key: "not_a_form" } });
  }
  let fields = 0;
  for (const [name, value] of form) {
    const parts = name.split(/[.[\]]+/).filter(Boolean);
    const tooFar = parts.some((part) => /^\d+$/.test(part) && Number(part) > caps.index);
    const prototypeName = parts.some((part) => part === "__proto__" || part === "constructor" || part === "prototype");
    if (++fields > caps.fields || parts.length > caps.depth || tooFar || prototypeName) throw new Invalid({ "": { key: "not_a_form" } });
    if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) throw new Invalid({ [name]: { key: "unusable_characters" } });
  }
  return form;
};

type Issue = {
  code?: string;
  path: PropertyKey[];
  message: string;
  minimum?: unknown;
  maximum?: unknown;
  origin?: string;
  format?: string;
  params?: Record<string, unknown>;
};

/** A message that is a lone snake_case word is a key of the `errors` catalogue; otherwise the key follows from the kind of issue. */
const problemOf = (issue: Issue, isEmpty: boolean): FieldProblems[string] => {
  if (/^[a-z]+(_[a-z0-9]+)*$/.test(issue.message)) return { key: issue.message, values: issue.params as Record<string, string | number> };
  if (isEmpty) return { key: "required" };
  const isText = issue.origin === "string";
  switch (issue.code) {
    case "too_small":
      return { key: isText ? "too_short" : issue.origin === "array" ? "too_few" : "too_small", values: { min: Number(issue.minimum) } };
    case "too_big":
      return { key: isText ? "too_long" : issue.origin === "array" ? "too_many_chosen" : "too_big", values: { max: Number(issue.maximum) } };
    case "invalid_format":
      return { key: issue.format === "email" ? "not_an_email" : "not_understood" };
    default:
      return { key: "not_understood" };
  }
};

/** The typed value of the form, or Invalid with one problem per field. Empty fields count as absent. */
export const parseForm = <Schema extends z.ZodType>(form: FormData, schema: Schema): z.output<Schema> => {
  const submission = parseWithZod(form, { schema: schema as z.ZodType<Record<string, unknown>>, formatError: (issues: unknown) => issues as string[] });
  if (submission.status === "success") return submission.value as z.output<Schema>;
  const problems: FieldProblems = {};
  const issues = Object.values(submission.error ?? {}).flat() as unknown as Issue[];
  for (const issue of issues) {
    if (!issue) continue;
    const name = issue.path.map(String).join(".");
    const sent = form.get(name);
    problems[name] ??= problemOf(issue, sent === null || (typeof sent === "string" && sent.trim() === ""));
  }
  throw new Invalid(Object.keys(problems).length > 0 ? problems : { "": { key: "not_understood" } });
};
