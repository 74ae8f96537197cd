import { Form } from "@remix-run/react";
import { useT } from "~/i18n/language";
import type { Suggestion } from "../suggest-themes.server";
import { ThemeNameFields } from "./theme-fields";

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "These answers look alike": a name to give them, and a box beside each that can be left out. */
export const SuggestionCard = ({ suggestion: { words, answers }, question }: { suggestion: Suggestion; question: string }) => {
  const t = useT();
  const name = capital(words[0] ?? "");
  return (
    <Form method="post" className="card grid gap-4" preventScrollReset>
      <input type="hidden" name="question" value={question} />
      <h2 className="text-[18px]">{t("themes.look_alike", { count: answers.length, words: words.join(", ") })}</h2>
      <ul className="grid max-h-80 overflow-y-auto" tabIndex={0} aria-label={t("themes.answers")}>
        {answers.map(({ id, text }) => (
          <li key={id}>
            <label className="flex min-h-11 items-start gap-3 border-b border-line py-2">
              <input type="checkbox" name="answers" value={id} defaultChecked className="mt-0.5 size-5 flex-none accent-leaf" />
              <span className="quote min-w-0 text-[16px] wrap-anywhere" dir="auto">
                {text}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <ThemeNameFields name={{ en: name, id: name }} />
      <button className="button justify-self-start">{t("themes.make_theme")}</button>
    </Form>
  );
};
