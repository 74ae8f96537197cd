// What a crosstab is made of: one question, up to six banner points beside each other, whose answers, and how.
import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { byAnswer, crosstabAdjustments, mostBanners, type CrosstabSpec } from "./crosstab";

type Option = { value: string; label: string };

const Choice = ({ name, label, value, options }: { name: string; label: string; value: string; options: Option[] }) => (
  <label className="grid min-w-0 gap-1.5">
    <span className="text-label font-semibold">{label}</span>
    <select name={name} defaultValue={value} className="control w-full min-w-0">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);

type BannerChoice = { key: string; label: LocalizedText };

const Boxes = ({ banners, chosen }: { banners: BannerChoice[]; chosen: readonly string[] }) => {
  const locale = useLocale();
  return (
    <div className="grid gap-x-4 min-[420px]:grid-cols-2 min-[860px]:grid-cols-3 min-[1200px]:grid-cols-4">
      {banners.map(({ key, label }) => (
        <label key={key} className="flex min-h-11 items-center gap-2.5 text-label">
          <input type="checkbox" name="by" value={key} defaultChecked={chosen.includes(key)} className="size-5 shrink-0 accent-leaf" />
          <span className="min-w-0 wrap-anywhere" dir="auto">
            {localized(label, locale)}
          </span>
        </label>
      ))}
    </div>
  );
};

export type CrosstabChoices = {
  questions: { key: string; text: LocalizedText }[];
  banners: BannerChoice[];
  prototypes: { code: string; name: string }[];
  segments: { id: number; name: string }[];
  hasWeights: boolean;
};

type Props = { trialId: number; choices: CrosstabChoices; spec: CrosstabSpec; segmentId: number | null };

/** Of thirty questions one after the other, by the same groups. */
const Steps = ({ trialId, choices, spec, segmentId }: Props) => {
  const t = useT();
  const place = choices.questions.findIndex(({ key }) => key === spec.question);
  const step = (to: number, words: string, mark: ReactNode) => {
    const question = choices.questions[to];
    if (!question) return null;
    const weights = choices.hasWeights && !spec.isWeighted ? ("off" as const) : undefined;
    const { by, prototype, adjustment } = spec;
    return (
      <Link
        to={paths.reportCrosstab(trialId, { question: question.key, by, prototype, adjustment, weights, segment: segmentId })}
        className="button quiet small min-h-11"
        preventScrollReset
      >
        {mark === "‹" && <span aria-hidden="true">‹ </span>}
        {words}
        {mark === "›" && <span aria-hidden="true"> ›</span>}
      </Link>
    );
  };
  return (
    <>
      {step(place - 1, t("crosstabs.previous"), "‹")}
      {step(place + 1, t("crosstabs.next"), "›")}
    </>
  );
};

export const CrosstabForm = (props: Props) => {
  const { choices, spec, segmentId } = props;
  const t = useT();
  const locale = useLocale();
  const byAnswers = choices.banners.filter(({ key }) => key.startsWith(byAnswer) && key !== `${byAnswer}${spec.question}`);
  const others = choices.banners.filter(({ key }) => !key.startsWith(byAnswer));
  const chosenAnswers = byAnswers.filter(({ key }) => spec.by.includes(key)).length;
  return (
    <Form method="get" className="no-print card mb-6 grid gap-5" key={JSON.stringify([spec, segmentId])}>
      <div className="grid items-end gap-4 min-[860px]:grid-cols-[2fr_1fr]">
        <Choice
          name="question"
          label={t("crosstabs.question")}
          value={spec.question}
          options={choices.questions.map(({ key, text }) => ({ value: key, label: localized(text, locale) }))}
        />
        {choices.prototypes.length > 0 && (
          <Choice
            name="prototype"
            label={t("crosstabs.about")}
            value={spec.prototype ?? ""}
            options={choices.prototypes.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </div>
      <fieldset className="grid gap-1">
        <legend className="text-label font-semibold">{t("crosstabs.by")}</legend>
        <p className="text-note text-ink-3">{t("crosstabs.by_help", { most: mostBanners })}</p>
        <Boxes banners={others} chosen={spec.by} />
        {byAnswers.length > 0 && (
          <details open={chosenAnswers > 0}>
            <summary className="min-h-11 py-2.5 text-label font-semibold text-leaf">
              {chosenAnswers > 0 ? t("crosstabs.by_answers_chosen", { count: chosenAnswers }) : t("crosstabs.by_answers")}
            </summary>
            <Boxes banners={byAnswers} chosen={spec.by} />
          </details>
        )}
      </fieldset>
      <div className="grid items-end gap-4 sm:grid-cols-2 min-[1000px]:grid-cols-3">
        {choices.segments.length > 0 && (
          <Choice
            name="segment"
            label={t("crosstabs.whose")}
            value={segmentId === null ? "" : String(segmentId)}
            options={[{ value: "", label: t("crosstabs.everybody") }, ...choices.segments.map(({ id, name }) => ({ value: String(id), label: name }))]}
          />
        )}
        <Choice
          name="adjustment"
          label={t("crosstabs.adjustment")}
          value={spec.adjustment}
          options={crosstabAdjustments.map((each) => ({ value: each, label: t(`crosstabs.adjustment_${each}`) }))}
        />
        {choices.hasWeights && (
          <Choice
            name="weights"
            label={t("crosstabs.weights")}
            value={spec.isWeighted ? "on" : "off"}
            options={(["on", "off"] as const).map((each) => ({ value: each, label: t(`crosstabs.weights_${each}`) }))}
          />
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <button className="button small min-h-11">{t("crosstabs.show")}</button>
        <Steps {...props} />
      </div>
    </Form>
  );
};
