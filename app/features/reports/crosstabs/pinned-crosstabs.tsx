// Crosstabs of the report: the one on the screen is put in or taken out, and all that are in it can be opened again.
import { Form, Link } from "@remix-run/react";
import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { mostPinned, nameOfSpec, type CrosstabSpec } from "./crosstab";

const SpecFields = ({ spec, isPinned }: { spec: CrosstabSpec; isPinned: boolean }) => (
  <>
    <input type="hidden" name="question" value={spec.question} />
    {spec.by.map((key) => (
      <input key={key} type="hidden" name="by" value={key} />
    ))}
    {spec.prototype !== null && <input type="hidden" name="about" value={spec.prototype} />}
    <input type="hidden" name="adjustment" value={spec.adjustment} />
    <input type="hidden" name="weights" value={spec.isWeighted ? "on" : "off"} />
    <input type="hidden" name="pinned" value={isPinned ? "true" : "false"} />
  </>
);

export const PinButton = ({ spec, isPinned, isFull }: { spec: CrosstabSpec; isPinned: boolean; isFull: boolean }) => {
  const t = useT();
  if (!isPinned && isFull) return <p className="text-label text-ink-2">{t("crosstabs.full", { most: mostPinned })}</p>;
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3" preventScrollReset>
      <SpecFields spec={spec} isPinned={!isPinned} />
      <button className={`button small min-h-11 ${isPinned ? "quiet" : ""}`}>{t(isPinned ? "crosstabs.unpin" : "crosstabs.pin")}</button>
      {isPinned && <span className="text-label font-semibold text-leaf">{t("crosstabs.is_pinned")}</span>}
    </Form>
  );
};

type Named = { key: string; text?: LocalizedText; label?: LocalizedText };
type Props = { trialId: number; pinned: CrosstabSpec[]; questions: Named[]; banners: Named[]; prototypes: { code: string; name: string }[]; mayPin: boolean };

export const PinnedCrosstabs = ({ trialId, pinned, questions, banners, prototypes, mayPin }: Props) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  if (pinned.length === 0) return null;
  const nameOf = ({ question, by, prototype }: CrosstabSpec): string => {
    const words = localized(questions.find(({ key }) => key === question)?.text, locale) || question;
    const about = prototypes.length > 1 ? prototypes.find(({ code }) => code === prototype)?.name : undefined;
    return t("crosstabs.pinned_line", {
      question: about ? t("crosstabs.topic", { question: words, prototype: about }) : words,
      by: format.list(by.map((key) => localized(banners.find((banner) => banner.key === key)?.label, locale) || key)),
    });
  };
  return (
    <section className="no-print mt-8 grid gap-2">
      <h2>{t("crosstabs.pinned")}</h2>
      <p className="max-w-[70ch] text-label text-ink-2">{t("crosstabs.pinned_help")}</p>
      <ul className="grid">
        {pinned.map((spec) => {
          const name = nameOf(spec);
          const { question, by, prototype, adjustment, isWeighted } = spec;
          return (
            <li key={nameOfSpec(spec)} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2">
              <Link
                to={paths.reportCrosstab(trialId, { question, by, prototype, adjustment, weights: isWeighted ? "on" : "off" })}
                className="link inline-flex min-h-11 min-w-0 items-center wrap-anywhere"
                dir="auto"
              >
                {name}
              </Link>
              {mayPin && (
                <Form method="post" preventScrollReset>
                  <SpecFields spec={spec} isPinned={false} />
                  <button className="button quiet small min-h-11" aria-label={t("crosstabs.unpin_named", { name })}>
                    {t("crosstabs.unpin")}
                  </button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
