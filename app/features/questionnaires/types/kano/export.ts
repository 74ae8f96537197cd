import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { KanoAnswer, KanoConfig } from "./kano";

const names = {
  functional: both("feature present", "fitur ada"),
  dysfunctional: both("feature absent", "fitur tidak ada"),
  importance: both("importance", "kepentingan"),
};
const parts = ({ asksImportance }: KanoConfig) =>
  (["functional", "dysfunctional", "importance"] as const).filter((part) => part !== "importance" || asksImportance);

/** The codes 1 to 5 of both questions, and the importance from 1 to 9 where it is asked. */
export const columns = (key: string, _text: LocalizedText, config: KanoConfig): ExportColumn[] =>
  parts(config).map((part) => ({
    name: `${key}_${part}`,
    label: both(`${config.feature.en}: ${names[part].en}`, `${config.feature.id}: ${names[part].id}`),
  }));
export const cells = (config: KanoConfig, value: KanoAnswer): Cell[] => parts(config).map((part) => value[part] ?? null);
