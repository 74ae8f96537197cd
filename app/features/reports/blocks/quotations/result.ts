import type { LocalizedText } from "~/core/locale";
import type { Quotation } from "../../question-result";

export type QuotationsBlock = {
  block: "quotations";
  questions: { key: string; text: LocalizedText; remarks: number; quotations: Quotation[] }[];
};
