// One answer with the themes of the codebook under it: boxes to tick, numbered like their keys.
import { useFetcher } from "@remix-run/react";
import type { FormEvent } from "react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { ProblemSummary, type Reply } from "~/ui/field";
import type { CodableAnswer } from "../list-answers.server";
import { tones, type Theme } from "../theme";

const toneKeys = { positive: "+", mixed: "0", negative: "-" } as const;

export const Box = ({ children, ...input }: { children: React.ReactNode } & React.ComponentProps<"input">) => (
  <label className="flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line px-3 text-label hover:border-edge has-[:checked]:border-leaf has-[:checked]:bg-leaf-tint has-[:checked]:font-semibold sm:min-h-9">
    <input className="size-4 flex-none accent-leaf" {...input} />
    {children}
  </label>
);

const Key = ({ children }: { children: string }) => (
  <kbd aria-hidden="true" className="num hidden rounded-[5px] border border-line bg-sunken px-1.5 text-[12px] leading-5 text-ink-3 min-[860px]:inline">
    {children}
  </kbd>
);

/** `onSaved` moves the focus on; without scripts the form is sent as it is. */
export const AnswerCard = ({
  answer,
  themes,
  question,
  isLocked,
  onSaved,
}: {
  answer: CodableAnswer;
  themes: readonly Theme[];
  question: string;
  /** Somebody else has coded it, and both have been compared. */
  isLocked: boolean;
  onSaved: (responseId: number) => void;
}) => {
  const t = useT();
  const locale = useLocale();
  const fetcher = useFetcher<Reply>();
  const { responseId, text, codes } = answer;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set("script", "yes");
    fetcher.submit(form, { method: "post" });
    onSaved(responseId);
  };
  const chosen = themes.filter(({ id }) => codes?.themeIds.includes(id));
  return (
    <article
      id={`answer-${responseId}`}
      data-answer={responseId}
      tabIndex={-1}
      aria-label={t("themes.answer")}
      className="grid gap-3 border-b border-line px-3 py-4 outline-none focus-within:bg-sunken focus:bg-sunken"
    >
      <div className="flex items-start gap-3">
        {!isLocked && (
          <label className="flex min-h-9 min-w-6 items-center">
            <span className="sr-only">{t("themes.choose_answer")}</span>
            <input type="checkbox" form="bulk" name="answers" value={responseId} data-chooser className="size-5 accent-leaf" />
          </label>
        )}
        <p className="quote min-w-0 flex-1 pt-1 text-[17px] wrap-anywhere whitespace-pre-line" dir="auto">
          {text}
        </p>
      </div>
      <ProblemSummary reply={fetcher.data} />
      {isLocked ? (
        <p className="text-label text-ink-2">
          {chosen.length > 0 ? chosen.map(({ name }) => localized(name, locale)).join(", ") : t("themes.no_theme")} · {t("themes.locked")}
        </p>
      ) : (
        <form key={JSON.stringify(codes)} method="post" onSubmit={save} data-codes className="grid gap-2.5">
          <input type="hidden" name="question" value={question} />
          <input type="hidden" name="act" value="set" />
          <input type="hidden" name="answers" value={responseId} />
          <fieldset className="flex flex-wrap gap-1.5">
            <legend className="sr-only">{t("themes.themes")}</legend>
            {themes.map(({ id, name, definition }, index) => (
              <Box
                key={id}
                type="checkbox"
                name="themes"
                value={id}
                data-place={index + 1}
                defaultChecked={codes?.themeIds.includes(id)}
                title={definition || undefined}
              >
                {localized(name, locale)}
                {index < 9 && <Key>{String(index + 1)}</Key>}
              </Box>
            ))}
          </fieldset>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <fieldset className="flex flex-wrap items-center gap-1.5">
              <legend className="sr-only">{t("themes.tone")}</legend>
              {tones.map((tone) => (
                <Box key={tone} type="radio" name="tone" value={tone} data-tone={toneKeys[tone]} defaultChecked={codes?.tone === tone}>
                  {t(`themes.tone_${tone}`)}
                  <Key>{toneKeys[tone]}</Key>
                </Box>
              ))}
            </fieldset>
            {codes !== null && <span className="chip leaf ms-auto">{t(chosen.length === 0 ? "themes.no_theme" : "themes.coded")}</span>}
            <button className={codes === null ? "button quiet small ms-auto" : "button quiet small"}>
              {t(codes === null ? "themes.save" : "themes.save_again")}
            </button>
          </div>
        </form>
      )}
    </article>
  );
};
