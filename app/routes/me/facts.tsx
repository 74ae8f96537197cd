import { localized } from "~/core/locale";
import { consentNotices } from "~/features/accounts/consent";
import { preferNotToSay, profileFactDefinitions, type ProfileFact } from "~/features/accounts/profile";
import { useLocale, useT } from "~/i18n/language";
import { Checkbox, TextField, useProblem, type Reply } from "~/ui/field";

type FactFormProps = { fact: ProfileFact; value: string | null; needsConsent: boolean; reply?: Reply };

/** Leaves a question open for good: it is not asked again, and nothing is kept but that. */
export const LeaveOpen = ({ fact }: { fact: ProfileFact }) => {
  const t = useT();
  return (
    <form method="post">
      <input type="hidden" name="fact" value={fact.key} />
      <button className="link min-h-11 text-label" name="value" value={preferNotToSay}>
        {t("accounts.prefer_not_to_say")}
      </button>
    </form>
  );
};

/** One question with its purpose. The first one asked also asks for the consent to keep the answer. */
export const FactForm = ({ fact, value, needsConsent, reply }: FactFormProps) => {
  const t = useT();
  const locale = useLocale();
  const problem = useProblem(reply, fact.key);
  const typed = reply?.values?.value ?? value;
  return (
    <form method="post" className="grid gap-5">
      <input type="hidden" name="fact" value={fact.key} />
      <fieldset className="grid gap-3" aria-describedby={`purpose-${fact.key}`} id={`field-${fact.key}`}>
        <legend className="mb-1 text-[19px] leading-snug font-bold tracking-tight">{localized(fact.label, locale)}</legend>
        <p id={`purpose-${fact.key}`} className="text-label text-ink-2">
          {localized(fact.purpose, locale)}
        </p>
        {problem && <p className="text-label font-semibold text-brick">{problem}</p>}
        {fact.options.length === 0 ? (
          <TextField
            name="value"
            label={t("accounts.your_answer")}
            defaultValue={typed === preferNotToSay ? "" : (typed ?? "")}
            maxLength={60}
            autoComplete="address-level2"
          />
        ) : (
          <div className={fact.options.length > 5 ? "grid grid-cols-4 gap-2" : "grid gap-2"}>
            {fact.options.map((option) => (
              <Choice key={option.value} value={option.value} label={localized(option.label, locale)} isChosen={typed === option.value} />
            ))}
          </div>
        )}
      </fieldset>
      {needsConsent && (
        <div className="rounded-card bg-leaf-tint p-4">
          <Checkbox
            reply={reply}
            name="consent"
            required
            label={localized(consentNotices.demographics.text, locale)}
            help={localized(consentNotices.demographics.withdrawal, locale)}
          />
        </div>
      )}
      <button className="button justify-self-start">{t("common.save")}</button>
    </form>
  );
};

const Choice = ({ value, label, isChosen }: { value: string; label: string; isChosen: boolean }) => (
  <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control border-[1.5px] border-edge bg-surface px-4 py-2 has-checked:border-leaf has-checked:bg-leaf-tint has-checked:font-semibold">
    <input type="radio" name="value" value={value} defaultChecked={isChosen} required className="size-4.5 flex-none accent-leaf" />
    <span>{label}</span>
  </label>
);

type Facts = Record<string, { value: string; updatedAt: Date | string }>;

/** What was answered, each to be looked at, changed or taken back. */
export const AnsweredFacts = ({ facts, needsConsent, exceptKey }: { facts: Facts; needsConsent: boolean; exceptKey?: string }) => {
  const t = useT();
  const locale = useLocale();
  const answered = profileFactDefinitions.filter(({ key }) => facts[key] && key !== exceptKey);
  if (answered.length === 0) return null;
  const shown = (fact: ProfileFact): string => {
    const value = facts[fact.key]?.value ?? "";
    if (value === preferNotToSay) return t("accounts.prefer_not_to_say");
    const option = fact.options.find((each) => each.value === value);
    return option ? localized(option.label, locale) : value;
  };
  return (
    <section className="card grid gap-1 pb-2" aria-labelledby="answered-facts">
      <h2 id="answered-facts">{t("accounts.profile_answered")}</h2>
      <ul className="divide-y divide-line">
        {answered.map((fact) => (
          <li key={fact.key} className="py-3">
            <details>
              <summary className="flex min-h-11 list-none items-center justify-between gap-x-4 [&::-webkit-details-marker]:hidden">
                <span className="min-w-0">
                  <span className="block text-label text-ink-2">{localized(fact.label, locale)}</span>
                  <span className="font-semibold">{shown(fact)}</span>
                </span>
                <span className="link flex-none text-label">{t("accounts.change")}</span>
              </summary>
              <div className="grid gap-2 pt-4 pb-2">
                <FactForm fact={fact} value={facts[fact.key]?.value ?? null} needsConsent={needsConsent} />
                <div className="flex flex-wrap gap-x-6">
                  {facts[fact.key]?.value !== preferNotToSay && <LeaveOpen fact={fact} />}
                  <form method="post">
                    <input type="hidden" name="fact" value={fact.key} />
                    <button className="link min-h-11 text-label">{t("accounts.take_back")}</button>
                  </form>
                </div>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
};
