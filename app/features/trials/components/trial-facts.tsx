import { CalendarDays, ClipboardList, Clock, Gift, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { isPaired, type Design } from "../trial";

type Trial = {
  receives: LocalizedText;
  minutes: number;
  design: Design;
  prototypesPerPerson: number;
  fieldworkFrom: Date | string | null;
  fieldworkUntil: Date | string | null;
};

const Fact = ({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) => (
  <div className="relative ps-9">
    <dt className="text-note text-ink-3">
      <Icon className="absolute start-0 top-0.5 size-5 text-leaf" aria-hidden="true" />
      {label}
    </dt>
    <dd>{children}</dd>
  </div>
);

/** What one gets and gives, said before anybody applies. */
export const TrialFacts = ({ trial }: { trial: Trial }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <dl className="grid gap-4">
      <Fact icon={Gift} label={t("trials.you_receive")}>
        {localized(trial.receives, locale)}
      </Fact>
      <Fact icon={ClipboardList} label={t("trials.you_give")}>
        {t(isPaired(trial.design) ? "trials.you_give_pair" : trial.prototypesPerPerson === 1 ? "trials.you_give_single" : "trials.you_give_text", {
          count: trial.prototypesPerPerson,
        })}
      </Fact>
      <Fact icon={Clock} label={t("trials.time_needed")}>
        {t("trials.minutes_in_all", { count: trial.minutes })}
      </Fact>
      {trial.fieldworkFrom && trial.fieldworkUntil && (
        <Fact icon={CalendarDays} label={t("trials.when")}>
          {t("trials.from_until", { from: format.date(trial.fieldworkFrom), until: format.date(trial.fieldworkUntil) })}
        </Fact>
      )}
    </dl>
  );
};
