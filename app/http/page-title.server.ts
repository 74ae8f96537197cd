import type { Context } from "~/core/context";
import type { TranslationKey } from "~/i18n/keys";
import { translatorFor } from "~/i18n/strings.server";

/** "Sign in · Kawan", for a loader whose `meta` shows it: `meta` itself knows no language. */
export const pageTitle = (ctx: Context, key: TranslationKey, values?: Record<string, string | number>): string => {
  const t = translatorFor(ctx.locale);
  return `${t(key, values)} · ${t("common.app_name")}`;
};
