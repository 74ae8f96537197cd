import { useT } from "~/i18n/language";
import { paths } from "~/paths";

/** What the page of a link says when the link can no longer be used. */
export const SpentLink = ({ minutes }: { minutes: number }) => {
  const t = useT();
  return (
    <section className="mx-auto grid max-w-[520px] gap-4 rounded-panel bg-sunken p-7">
      <h1>{t("accounts.enter_spent_title")}</h1>
      <p className="text-ink-2">{t("accounts.enter_spent_text", { minutes })}</p>
      <div className="flex flex-wrap gap-3">
        <a className="button" href={paths.login()}>
          {t("accounts.enter_spent_login")}
        </a>
        <a className="button quiet" href={paths.forgotPassword()}>
          {t("accounts.enter_spent_reset")}
        </a>
      </div>
    </section>
  );
};
