import { expect, test } from "vitest";
import { parseForm } from "~/http/forms.server";
import { pinInput } from "./input";

test("a form that puts a crosstab into the report says what is crossed, also by one banner point only", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ question: "liking", by: "sex", about: "101", adjustment: "holm", weights: "on", pinned: "true" }))
    form.append(name, value);
  expect(parseForm(form, pinInput)).toEqual({
    spec: { question: "liking", by: ["sex"], prototype: "101", adjustment: "holm", isWeighted: true },
    isPinned: true,
  });
  form.append("by", "city");
  expect(parseForm(form, pinInput).spec.by).toEqual(["sex", "city"]);
});
