// Coding by keys: digits tick themes, Enter saves and goes on. Whatever a key does, a control on the page does as well.
import { useEffect } from "react";
import { isTyping, useSingleKeys } from "~/ui/single-keys";

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-answer]")];
const currentCard = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>("[data-answer]") ?? null;

const focusCard = (card: HTMLElement | undefined) => {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
};

/** The card after the one that was saved. */
export const focusAfter = (responseId: number): void => {
  const all = cards();
  focusCard(all[all.findIndex((card) => card.dataset.answer === String(responseId)) + 1]);
};

/** Something was ticked that has not been saved. */
const isChanged = (form: HTMLFormElement): boolean =>
  [...form.elements].some((element) => element instanceof HTMLInputElement && element.checked !== element.defaultChecked);

const move = (by: 1 | -1): void => {
  const [all, current] = [cards(), currentCard()];
  const form = current?.querySelector<HTMLFormElement>("form[data-codes]");
  // Moving on keeps what was ticked.
  if (form && isChanged(form)) form.requestSubmit();
  focusCard(current ? all[all.indexOf(current) + by] : all[0]);
};

const clickIn = (card: HTMLElement | null, selector: string): void => card?.querySelector<HTMLElement>(selector)?.click();

const press = (key: string): boolean => {
  const card = currentCard();
  if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (/^[1-9]$/.test(key)) clickIn(card, `[data-place="${key}"]`);
  else if (key === "+" || key === "0" || key === "-") clickIn(card, `[data-tone="${key}"]`);
  else if (key === "x") clickIn(card, "[data-chooser]");
  else if (key === "z") document.querySelector<HTMLElement>('[data-key="z"]')?.click();
  else if (key === "/") document.querySelector<HTMLElement>('input[type="search"]')?.focus();
  else if (key === "Enter" && card === document.activeElement) card?.querySelector<HTMLFormElement>("form[data-codes]")?.requestSubmit();
  else return false;
  return true;
};

const isBox = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && (target.type === "checkbox" || target.type === "radio");

export const useCodingKeys = (): void => {
  const [isOn] = useSingleKeys();
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || (isTyping(event.target) && !isBox(event.target))) return;
      if (press(event.key)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn]);
};
