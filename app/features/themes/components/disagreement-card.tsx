import { Form } from "@remix-run/react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import type { Disagreement } from "../compare-coders.server";
import type { Theme } from "../theme";
import { Box } from "./answer-card";

/** One answer that was read differently, and the boxes that settle it. */
export const DisagreementCard = ({ disagreement, themes, question }: { disagreement: Disagreement; themes: readonly Theme[]; question: string }) => {
  const t = useT();
  const locale = useLocale();
  const { responseId, text, readings, settled } = disagreement;
  const namesOf = (ids: readonly number[]) =>
    ids.length === 0
      ? t("themes.no_theme")
      : themes
          .filter(({ id }) => ids.includes(id))
          .map(({ name }) => localized(name, locale))
          .join(", ");
  /** To begin with: what everybody saw. */
  const common = themes.filter(({ id }) => readings.every(({ themeIds }) => themeIds.includes(id))).map(({ id }) => id);
  return (
    <article id={`answer-${responseId}`} className="card grid gap-3">
      <p className="quote text-[17px] wrap-anywhere whitespace-pre-line" dir="auto">
        {text}
      </p>
      <ul className="grid gap-1 text-label">
        {readings.map(({ coder, themeIds }) => (
          <li key={coder}>
            <b className="font-semibold">{coder}</b> · {namesOf(themeIds)}
          </li>
        ))}
      </ul>
      <Form key={JSON.stringify(settled)} method="post" className="grid gap-3" preventScrollReset>
        <input type="hidden" name="question" value={question} />
        <input type="hidden" name="responseId" value={responseId} />
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 text-label font-semibold">{t(settled ? "themes.settled" : "themes.settle_as")}</legend>
          <div className="flex flex-wrap gap-1.5">
            {themes.map(({ id, name }) => (
              <Box key={id} type="checkbox" name="themes" value={id} defaultChecked={(settled ?? common).includes(id)}>
                {localized(name, locale)}
              </Box>
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-2">
          <button name="act" value="settle" className="button quiet small">
            {t("themes.settle")}
          </button>
          {settled && (
            <button name="act" value="unsettle" className="button quiet small">
              {t("themes.unsettle")}
            </button>
          )}
        </div>
      </Form>
    </article>
  );
};
