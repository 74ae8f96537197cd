import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { PairedPreferenceAnswer, PairedPreferenceConfig } from "./paired-preference";

/** What was preferred, what stood left and right, and how strongly where that is asked. */
export const columns = (key: string, text: LocalizedText, { asksStrength }: PairedPreferenceConfig): ExportColumn[] => [
  { name: key, label: text },
  { name: `${key}_left`, label: both(`${text.en} (left)`, `${text.id} (kiri)`) },
  { name: `${key}_right`, label: both(`${text.en} (right)`, `${text.id} (kanan)`) },
  ...(asksStrength ? [{ name: `${key}_strength`, label: both(`${text.en} (strength)`, `${text.id} (kekuatan)`) }] : []),
];
export const cells = ({ asksStrength }: PairedPreferenceConfig, value: PairedPreferenceAnswer): Cell[] => [
  value.choice,
  value.left,
  value.right,
  ...(asksStrength ? [value.strength ?? null] : []),
];
