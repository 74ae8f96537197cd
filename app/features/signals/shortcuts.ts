// The keys of the queue, in one registry: it feeds the key handler, the hints on the buttons and the sheet.
import { useEffect } from "react";
import type { TranslationKey } from "~/i18n/keys";
import { isTyping, useSingleKeys } from "~/ui/single-keys";

export const shortcuts = [
  { key: "j", label: "moderation.key_next" },
  { key: "k", label: "moderation.key_previous" },
  { key: "1", label: "moderation.approve" },
  { key: "3", label: "moderation.decline" },
  { key: "4", label: "moderation.ask_for_change" },
  { key: "c", label: "moderation.claim" },
  { key: "z", label: "moderation.undo_last" },
  { key: "?", label: "moderation.key_sheet" },
] as const satisfies readonly { key: string; label: TranslationKey }[];

export type Shortcut = (typeof shortcuts)[number]["key"];

/** Calls `press` for the keys of the registry, never while somebody types or holds a modifier. */
export const useShortcuts = (press: (key: Shortcut) => void): void => {
  const [isOn] = useSingleKeys();
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const known = shortcuts.find((shortcut) => shortcut.key === event.key);
      if (!known) return;
      event.preventDefault();
      press(known.key);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn, press]);
};
