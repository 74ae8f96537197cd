// "You said, we did": one thing that changed because of what people said.
import type { LocalizedText } from "~/core/locale";

/** A step on the way from the words to the shop; `on` is a month, such as 2026-03. */
export type ChangeStep = { label: LocalizedText; on: string };

export const changeLimits = { title: 120, text: 800, quote: 400, step: 40, steps: 5, ideas: 20 } as const;

/** What can be undone leaves the house half a minute later. */
export const undoChangeMs = 30_000;
