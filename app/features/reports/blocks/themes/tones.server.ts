// How what people say sounds, with how often the machine that says so is right.
import type { LocalizedText } from "~/core/locale";
import { goodAccuracy, type Hearing } from "~/features/themes/hear-tones.server";
import { formatter } from "~/i18n/format";
import { hiddenGroups } from "~/statistics/suppression";
import type { ReportData } from "../../data.server";
import type { ResultTable } from "../../question-result";
import { cell } from "../../result-parts.server";
import { smallestBase, smallestGroup } from "../../report";
import type { CodedAnswers } from "./coded-answers";
import { sayTheme } from "./say.server";

const sounds = ["positive", "mixed", "negative", "none"] as const;

const lineOf = (counts: readonly number[]) => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  // With so few nothing is told: the empty sounds would give the others away.
  const hidden = n < smallestGroup ? counts.map(() => true) : hiddenGroups(counts);
  return counts.map((count, index) => (hidden[index] ? cell("count", null) : n >= smallestBase ? cell("share", count / n, { n }) : cell("count", count)));
};

/** Answers by theme and sound; a theme in fewer than five answers has no line. */
export const toneTable = (data: ReportData, { themes, chosen }: CodedAnswers, hearing: Hearing): ResultTable => {
  const countsOf = (has: (set: ReadonlySet<string>) => boolean) => {
    const counts = sounds.map(() => 0);
    for (const [row, set] of chosen.entries()) {
      if (set === undefined || !has(set)) continue;
      counts[sounds.indexOf(hearing.sounds.get(data.ids[row]!) ?? "none")]! += 1;
    }
    return counts;
  };
  const total = countsOf(() => true);
  const own = themes
    .map(({ value, label }) => ({ value, label, counts: countsOf((set) => set.has(value)) }))
    .filter(({ counts }) => counts.reduce((sum, count) => sum + count, 0) >= smallestGroup);
  const n = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return {
    caption: sayTheme(isTrusted(hearing) ? "table_tones" : "table_tones_suggested"),
    head: [sayTheme("head_theme"), sayTheme("head_answers"), ...sounds.map((sound) => sayTheme(`sound_${sound}`))],
    rows: [
      ...own.map(({ value, label, counts }) => ({ key: value, label, isLow: false, cells: [cell("count", n(counts)), ...lineOf(counts)] })),
      { key: "all", label: sayTheme("all_answers"), isLow: false, cells: [cell("count", n(total)), ...lineOf(total)] },
    ],
  };
};

const isTrusted = ({ judged, sounds: heard, check }: Hearing): boolean => judged === heard.size || (check !== null && check.right / check.n >= goodAccuracy);

/** Who judged, and how far the machine can be trusted with the rest. */
export const toneNotes = (hearing: Hearing, coded: number): LocalizedText[] => {
  const { judged, by, check } = hearing;
  const percent = (share: number) => ({ en: formatter("en").percent(share), id: formatter("id").percent(share) });
  const notes = [sayTheme("note_tones", { judged, coded })];
  if (judged < coded) notes.push(sayTheme(by === "model" ? "note_by_model" : "note_by_words"));
  if (judged < coded && check)
    notes.push(sayTheme(isTrusted(hearing) ? "note_check" : "note_check_suggested", { n: check.n }, { share: percent(check.right / check.n) }));
  if (judged < coded && !check) notes.push(sayTheme("note_unchecked"));
  return notes;
};
