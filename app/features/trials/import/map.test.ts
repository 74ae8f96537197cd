import { expect, it } from "vitest";
import { studyMap } from "./map";

const mapWith = (value: number) => ({
  format: 1,
  team: "Home care",
  product: { name: "Tea" },
  trial: { name: "Teas" },
  design: "monadic",
  respondent: { column: "who" },
  prototype: { column: "tea" },
  questions: [{ column: "like", key: "liking", type: "rating", text: "How much?", config: { min: 1, max: 9, topBoxes: [8, 9] } }],
  actionStandards: [{ id: "a", metric: "top_two_box", question: "liking", prototype: "A", against: { value }, test: "at_least" }],
  source: { title: "Tea", attribution: "us", licence: "ours" },
});

it("a standard of 50 for a share is a mistake for 0.5, and is said to be one", () => {
  expect(studyMap.safeParse(mapWith(0.5)).success).toBe(true);
  const { success, error } = studyMap.safeParse(mapWith(50));
  expect(success).toBe(false);
  expect(error!.issues.map(({ message }) => message)).toEqual(["a share lies between 0 and 1"]);
});
