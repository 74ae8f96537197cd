// Keys that act by themselves, and the switch that turns them off.
import { useSyncExternalStore } from "react";

const stored = "kawan.single-keys";
const listeners = new Set<() => void>();

/** Single keys can be switched off, for people who dictate or whose hands tremble (WCAG 2.1.4). Kept on this device. */
export const useSingleKeys = (): [boolean, (on: boolean) => void] => {
  const isOn = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(stored) !== "off",
    () => true,
  );
  const set = (on: boolean) => {
    if (on) localStorage.removeItem(stored);
    else localStorage.setItem(stored, "off");
    listeners.forEach((listener) => listener());
  };
  return [isOn, set];
};

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
