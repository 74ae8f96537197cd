// One thing that changed because of what people said: their words, what was done, and the way from one to the other.
import { Link } from "@remix-run/react";
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";

type Change = {
  id: number;
  title: LocalizedText;
  said: LocalizedText;
  did: LocalizedText;
  quote: string;
  voices: number;
  steps: { label: LocalizedText; on: string }[];
};

export const BecauseCard = ({ change, title }: { change: Change; title: string }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <article className="grid gap-3 rounded-card bg-turmeric-tint p-5" aria-labelledby="because">
      <h2 id="because" className="text-[17px]">
        {title}
      </h2>
      {change.quote ? <p className="quote">“{change.quote}”</p> : <p>{localized(change.said, locale)}</p>}
      <p>
        {localized(change.did, locale)} {change.voices > 1 && t("home.voices", { count: change.voices })}
      </p>
      {change.steps.length > 0 && (
        <ol className="flex flex-wrap items-center gap-x-3.5 gap-y-2 text-label font-semibold text-turmeric-ink">
          {change.steps.map((step, index) => (
            <li key={index} className="flex items-center gap-3.5">
              {index > 0 && <span aria-hidden="true">→</span>}
              {localized(step.label, locale)}
            </li>
          ))}
        </ol>
      )}
      <Link to={paths.change(change.id)} className="link justify-self-start text-label">
        {t("home.read_change")}
      </Link>
    </article>
  );
};
