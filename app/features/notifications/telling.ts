import type { Locale } from "~/core/locale";
import type { Context } from "~/core/context";
import type { activity } from "~db/schema/index";
import type { NotificationData } from "./notification";

export type Event = typeof activity.$inferSelect;

/** Who is told, where it leads, and what a mail adds to the sentence. */
export type Telling = {
  path: string;
  data: NotificationData;
  recipients: readonly { personId: number; variant?: string }[];
  detail?: (locale: Locale) => { paragraphs?: string[]; quote?: string };
};

/** Null when there is nobody to tell, or nothing any more: it was undone, or the thing has gone. */
export type Teller = (ctx: Context, event: Event) => Promise<Telling | null>;

/** A number in the data of an event, or null. */
export const numberIn = (event: Event, name: string): number | null => (typeof event.data[name] === "number" ? event.data[name] : null);
export const textIn = (event: Event, name: string): string => (typeof event.data[name] === "string" ? event.data[name] : "");
