import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Locale } from "~/core/locale";
import { authorize } from "~/policy/can";
import { people } from "~db/schema/index";

/** Remembers the language and the theme of the person who is signed in. */
export const setPreferences = async (ctx: Context, preferences: { locale?: Locale; theme?: "system" | "light" | "dark" }): Promise<void> => {
  authorize(ctx.actor, "use-own-account", null);
  if (ctx.actor.kind !== "person" || (!preferences.locale && !preferences.theme)) return;
  await ctx.db.update(people).set(preferences).where(eq(people.id, ctx.actor.id));
};
