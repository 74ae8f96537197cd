// Reading and writing the fields of a question's form in the browser.

/** The field that says what was chosen in place of an answer. */
export const insteadField = "instead";

/** What the form says, as pairs of name and value; pictures travel on their own. */
export const fieldsOf = (form: HTMLFormElement, submitter?: HTMLElement | null): [string, string][] => {
  const data = submitter ? new FormData(form, submitter) : new FormData(form);
  return [...data].filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && (pair[0].startsWith("answer.") || pair[0] === "consents" || pair[0] === insteadField),
  );
};

/** A choice that rules out the others does so at once, and any other choice lifts it. */
export const settleExclusive = (changed: HTMLInputElement): void => {
  if (changed.type !== "checkbox" || !changed.checked || !changed.form) return;
  const isExclusive = changed.dataset.exclusive !== undefined;
  for (const other of changed.form.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${changed.name}"]`))
    if (other !== changed && (isExclusive || other.dataset.exclusive !== undefined)) other.checked = false;
};

const takesText = (element: Element): boolean =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !["radio", "checkbox", "file", "submit"].includes(element.type));

/** The choice that a digit key stands for, while the focus is in the form and not in a text field. */
export const choiceForKey = (
  form: HTMLFormElement,
  event: { key: string; target: EventTarget; altKey: boolean; ctrlKey: boolean; metaKey: boolean },
): HTMLInputElement | null => {
  if (!/^\d$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey || (event.target instanceof Element && takesText(event.target))) return null;
  return form.querySelector<HTMLInputElement>(`input[data-digit="${event.key}"]`);
};
