// The language switch shows the same page anew; what was typed into it is laid aside for that moment, in this browser only.
import { useEffect } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const place = (): string => `kept:${location.pathname}${location.search}`;

/** Passwords, files and hidden values are never laid aside. */
const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter((element): element is Field => {
    if (element instanceof HTMLInputElement) return element.name !== "" && !["password", "file", "hidden", "submit", "button", "image"].includes(element.type);
    return (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) && element.name !== "";
  });

const isTicked = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
const formsOfPage = (): HTMLFormElement[] => [...document.querySelectorAll<HTMLFormElement>("main form")];

const layAside = (): void => {
  const kept = formsOfPage().map((form) => fieldsOf(form).map((field) => (isTicked(field) ? field.checked : field.value)));
  sessionStorage.setItem(place(), JSON.stringify(kept));
};

/** Sets a value as if it had been typed, so that fields which React watches notice it too. */
const put = (field: Field, value: string | boolean): void => {
  if (isTicked(field)) {
    if (field.checked !== value && value === true) field.click();
    return;
  }
  if (typeof value !== "string" || field.value === value) return;
  const prototype =
    field instanceof HTMLInputElement
      ? HTMLInputElement.prototype
      : field instanceof HTMLTextAreaElement
        ? HTMLTextAreaElement.prototype
        : HTMLSelectElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
};

const putBack = (): void => {
  const text = sessionStorage.getItem(place());
  if (!text) return;
  sessionStorage.removeItem(place());
  const kept = JSON.parse(text) as (string | boolean)[][];
  formsOfPage().forEach((form, index) => fieldsOf(form).forEach((field, at) => put(field, kept[index]?.[at] ?? "")));
};

/** For a layout: whatever form leads to `switchPath` first lays aside what stands in the forms of the page, and the page shown next puts it back. */
export const useKeptFields = (switchPath: string): void => {
  useEffect(() => {
    try {
      putBack();
    } catch {
      // A browser that keeps nothing shows the page as it is.
    }
    const beforeSwitch = (event: SubmitEvent) => {
      if (!(event.target instanceof HTMLFormElement) || event.target.getAttribute("action") !== switchPath) return;
      try {
        layAside();
      } catch {
        // The switch matters more than what could not be laid aside.
      }
    };
    document.addEventListener("submit", beforeSwitch);
    return () => document.removeEventListener("submit", beforeSwitch);
  }, [switchPath]);
};
