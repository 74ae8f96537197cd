import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { SemanticDifferentialConfig } from "./semantic-differential";

/** A column per pair, from -3 to +3, whichever side was left. */
export const columns = (key: string, text: LocalizedText, { pairs }: SemanticDifferentialConfig): ExportColumn[] =>
  pairs.map(({ value, low, high }) => ({
    name: `${key}_${value}`,
    label: both(`${text.en}: ${low.en} – ${high.en}`, `${text.id}: ${low.id} – ${high.id}`),
  }));
export const cells = ({ pairs }: SemanticDifferentialConfig, value: Record<string, number>): Cell[] => pairs.map((pair) => value[pair.value] ?? null);
