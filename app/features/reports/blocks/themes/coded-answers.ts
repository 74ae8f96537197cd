// The coded answers of one open question, parallel to the rows of the report.
import type { LocalizedText } from "~/core/locale";
import type { Codes, Tone } from "~/features/themes/theme";

export type ThemeOption = { value: string; label: LocalizedText };

export type CodedAnswers = {
  themes: ThemeOption[];
  /** By row: the themes in it; undefined where nobody has coded it, or nothing was written. */
  chosen: (ReadonlySet<string> | undefined)[];
  answered: number;
  coded: number;
  /** By response: how it sounds to its coder. */
  tones: Map<number, Tone>;
};

export const lastTone = (ids: Int32Array, codings: ReadonlyMap<number, Codes>): Map<number, Tone> =>
  new Map(
    Array.from(ids).flatMap((id): [number, Tone][] => {
      const tone = codings.get(id)?.tone;
      return tone ? [[id, tone]] : [];
    }),
  );
