import type { Locale } from "~/core/locale";
import { pipe, type Told } from "../piping";
import type { Question } from "../questionnaire";

/** The blind code, set off so that it can be held against the label on the bottle. */
const Code = ({ code }: { code: string }) => <span className="num rounded-[8px] bg-turmeric-tint px-2 font-bold text-turmeric-ink">{code}</span>;

export const Codes = ({ codes }: { codes: readonly string[] }) => (
  <span className="inline-flex flex-wrap gap-1.5">
    {codes.map((code) => (
      <Code key={code} code={code} />
    ))}
  </span>
);

export const Piped = ({ question, told, locale }: { question: Pick<Question, "text" | "config">; told: Told; locale: Locale }) => (
  <>{pipe(question, told, locale).map((part, index) => (part.kind === "code" ? <Code key={index} code={part.text} /> : part.text))}</>
);
