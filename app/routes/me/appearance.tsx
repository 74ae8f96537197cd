import { useRoot } from "~/http/root-data";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

const themes = ["system", "light", "dark"] as const;
const languages = [
  { locale: "id", name: "Bahasa Indonesia" },
  { locale: "en", name: "English" },
] as const;

const choice = "min-h-11 rounded-full px-3.5 text-label font-semibold text-ink-2 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-float";

/** Language and theme, each one tap, both remembered with the account. */
export const Appearance = () => {
  const t = useT();
  const { locale, theme } = useRoot();
  return (
    <section className="card grid gap-4" aria-label={t("accounts.appearance")}>
      <form method="post" action={paths.preferences()} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <input type="hidden" name="next" value={paths.me()} />
        <h2 className="text-[17px]">{t("common.language")}</h2>
        <div className="-ms-1 flex max-w-full rounded-full bg-sunken p-1 max-[340px]:flex-wrap max-[340px]:rounded-card">
          {languages.map((language) => (
            <button
              key={language.locale}
              name="locale"
              value={language.locale}
              lang={language.locale}
              aria-pressed={language.locale === locale}
              className={choice}
            >
              {language.name}
            </button>
          ))}
        </div>
      </form>
      <form method="post" action={paths.preferences()} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <input type="hidden" name="next" value={paths.me()} />
        <h2 className="text-[17px]">{t("common.theme")}</h2>
        <div className="-ms-1 flex max-w-full rounded-full bg-sunken p-1 max-[340px]:flex-wrap max-[340px]:rounded-card">
          {themes.map((name) => (
            <button key={name} name="theme" value={name} aria-pressed={name === theme} className={choice}>
              {t(`common.theme_${name}`)}
            </button>
          ))}
        </div>
      </form>
    </section>
  );
};
