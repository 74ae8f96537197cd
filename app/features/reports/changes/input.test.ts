import { expect, it } from "vitest";
import { parseForm } from "~/http/forms.server";
import { newChangeInput } from "./input";

it("reads the ticked ideas also where boxes before them are left open", () => {
  const form = new FormData();
  const text = { title: "Title", said: "Said", did: "Did" };
  for (const [name, value] of Object.entries(text)) for (const language of ["en", "id"]) form.append(`${name}.${language}`, value);
  form.append("productId", "1");
  form.append("key", crypto.randomUUID());
  form.append("ideaIds[3]", "12");
  form.append("ideaIds[27]", "5");
  expect(parseForm(form, newChangeInput).ideaIds).toEqual([12, 5]);
});
