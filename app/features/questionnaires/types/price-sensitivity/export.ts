import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { PriceSensitivityConfig, Prices } from "./price-sensitivity";

const parts = ["too_expensive", "expensive", "cheap", "too_cheap"] as const;
const inWords = {
  too_expensive: both("too expensive", "terlalu mahal"),
  expensive: both("expensive", "mahal"),
  cheap: both("cheap", "murah"),
  too_cheap: both("too cheap", "terlalu murah"),
};

/** Whole units of the currency. */
export const columns = (key: string, text: LocalizedText, { currency }: PriceSensitivityConfig): ExportColumn[] =>
  parts.map((part) => ({
    name: `${key}_${part}`,
    label: both(`${text.en}: ${inWords[part].en} [${currency}]`, `${text.id}: ${inWords[part].id} [${currency}]`),
  }));
export const cells = (_config: unknown, value: Prices): Cell[] => parts.map((part) => value[part]);
