// One row for each other way to test the same question.
import type { LocalizedText } from "~/core/locale";
import type { ResultTable } from "../question-result";
import { cell, head, say } from "../result-parts.server";

export type Way = { key: string; label: LocalizedText; statistic: number | null; p: number | null };

export const waysTable = (caption: string, ways: readonly Way[]): ResultTable[] =>
  ways.length === 0
    ? []
    : [
        {
          caption: say(caption),
          head: head("way", "statistic", "p"),
          rows: ways.map(({ key, label, statistic, p }) => ({ key, label, isLow: false, cells: [cell("mean", statistic, { n: 100 }), cell("p", p)] })),
        },
      ];
