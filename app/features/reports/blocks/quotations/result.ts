import type { LocalizedText } from "~/core/locale";

/** The consent behind `response` is asked again whenever the words are shown; they are null once it was withdrawn. */
export type Quotation = { response: number; code: string | null; excerpt: string | null };

export type QuotationsBlock = {
  block: "quotations";
  questions: { key: string; text: LocalizedText; remarks: number; quotations: Quotation[] }[];
};
