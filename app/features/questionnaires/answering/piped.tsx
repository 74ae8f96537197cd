import type { Locale } from "~/core/locale";
import { pipe } from "../piping";
import type { Question } from "../questionnaire";

/** The blind code, set off so that it can be held against the label on the bottle. */
export const Code = ({ code }: { code: string }) => <span className="num rounded-[8px] bg-turmeric-tint px-2 font-bold text-turmeric-ink">{code}</span>;

export const Piped = ({ question, code, locale }: { question: Pick<Question, "text" | "config">; code: string | null; locale: Locale }) => (
  <>{pipe(question, code, locale).map((part, index) => (part.kind === "code" ? <Code key={index} code={part.text} /> : part.text))}</>
);
