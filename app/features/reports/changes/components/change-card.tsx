// One change as members read it: somebody's words, what we did, how many said so, and the way from one to the other.
import { ArrowRight } from "lucide-react";
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PageLink } from "~/ui/page-link";
import type { ChangeStep } from "../change";

export const ChangeSteps = ({ steps }: { steps: readonly ChangeStep[] }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <ol aria-label={t("changes.steps")} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-label font-semibold text-turmeric-ink">
      {steps.map(({ label, on }, index) => (
        <li key={`${on} ${label.en}`} className="flex items-center gap-3">
          {index > 0 && <ArrowRight className="size-4 flex-none" aria-hidden="true" />}
          <span>
            {localized(label, locale)} · <time dateTime={on}>{format.month(`${on}-15`)}</time>
          </span>
        </li>
      ))}
    </ol>
  );
};

type Change = {
  id: number;
  title: { en: string; id: string };
  did: { en: string; id: string };
  said: { en: string; id: string };
  quote: string;
  voices: number;
  steps: ChangeStep[];
  /** The product it is about, where the card is not on the page of that product. */
  productId?: number;
  product?: { en: string; id: string };
};

/** The turmeric card. `href` makes its title lead to the whole story, `namesProduct` names the product and leads to its page. */
export const ChangeCard = ({ change, href, eyebrow, namesProduct }: { change: Change; href?: string; eyebrow?: string; namesProduct?: boolean }) => {
  const t = useT();
  const locale = useLocale();
  const title = localized(change.title, locale);
  return (
    <article className="grid content-start gap-3 rounded-card bg-turmeric-tint p-5">
      {eyebrow && <p className="text-label font-semibold text-turmeric-ink">{eyebrow}</p>}
      <h2>
        {href ? (
          <a href={href} className="hover:underline">
            {title}
          </a>
        ) : (
          title
        )}
      </h2>
      {change.quote ? <blockquote className="quote">“{change.quote}”</blockquote> : <p className="text-ink-2">{localized(change.said, locale)}</p>}
      <p>{localized(change.did, locale)}</p>
      {change.voices > 0 && <p className="text-label text-ink-2">{t("changes.voices", { count: change.voices })}</p>}
      <ChangeSteps steps={change.steps} />
      {namesProduct && change.product && change.productId !== undefined && (
        <p className="text-label">
          <PageLink to={paths.productStory(change.productId)} className="link">
            {localized(change.product, locale)}
          </PageLink>
        </p>
      )}
    </article>
  );
};
