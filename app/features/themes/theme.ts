// Themes: what people wrote, sorted by those who read it. Nothing is coded without somebody's click.
import type { LocalizedText } from "~/core/locale";

export const tones = ["positive", "mixed", "negative"] as const;
export type Tone = (typeof tones)[number];

export const codingActKinds = ["coded", "suggestion_taken", "theme_added", "theme_edited", "themes_merged"] as const;
export type CodingActKind = (typeof codingActKinds)[number];

export type Codes = { themeIds: number[]; tone: Tone | null };

/** What an act changed, as it was: null where there was nothing. */
export type ActBefore = {
  answers: { responseId: number; codes: Codes | null }[];
  themes: { id: number; theme: { name: LocalizedText; definition: string; mergedInto: number | null } | null }[];
};

export type Theme = { id: number; name: LocalizedText; definition: string; position: number; mergedInto: number | null };

/** Where what was coded with a theme counts: the theme itself, or the one at the end of its merges. */
export const standingThemes = (themes: readonly Pick<Theme, "id" | "mergedInto">[]): Map<number, number> => {
  const next = new Map(themes.map(({ id, mergedInto }) => [id, mergedInto]));
  return new Map(
    themes.map(({ id }) => {
      let standing = id;
      // A chain cannot be longer than the codebook.
      for (let step = 0; step < themes.length; step += 1) standing = next.get(standing) ?? standing;
      return [id, standing];
    }),
  );
};

export const themeLimits = { name: 60, definition: 300, perQuestion: 60, answersAtOnce: 150 } as const;

/** Of more answers, as many are drawn by chance to be grouped, and the page says so. */
export const mostAnswersGrouped = 250;
