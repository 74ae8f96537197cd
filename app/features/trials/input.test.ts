import { expect, it } from "vitest";
import { parseForm } from "~/http/forms.server";
import { quotaCellInput } from "./input";

it("reads the ticked values of a fact also where the first boxes are left open", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    "name.en": "Often",
    "name.id": "Sering",
    target: "12",
    "facts.laundry_per_week[2]": "4-6",
    "facts.laundry_per_week[3]": "daily",
    "facts.sex[1]": "male",
  }))
    form.append(name, value);
  expect(parseForm(form, quotaCellInput).facts).toEqual({ laundry_per_week: ["4-6", "daily"], sex: ["male"] });
});
