// Pairs of opposites with seven steps between them. Which side is left differs from person to person, and stays the same for one person.
import { localized, type LocalizedText } from "~/core/locale";
import { both, type QuestionType } from "../question-type";
import { entriesOf, itemProblems, numbersByCode, type Ordered } from "../ordered";
import { cells, columns } from "./export";

/** The stored code runs from -3 at `low` to +3 at `high`, whichever side it was shown on. */
export type OppositePair = { value: string; low: LocalizedText; high: LocalizedText };
/** `flipped` are the pairs that one response sees the other way round; worked out by the server, never stored. */
export type SemanticDifferentialConfig = Ordered & { pairs: OppositePair[]; mixesSides: boolean; flipped?: string[] };

export const steps = [-3, -2, -1, 0, 1, 2, 3] as const;

export const semanticDifferential: QuestionType<SemanticDifferentialConfig, Record<string, number>> = {
  group: "scales",
  presets: [
    {
      id: "semdiff7",
      text: both("Where would you place {p} between these opposites?", "Di manakah Anda menempatkan {p} di antara pasangan kata berikut?"),
      config: {
        pairs: [
          { value: "modern", low: both("Old-fashioned", "Kuno"), high: both("Modern", "Modern") },
          { value: "pair_2", low: both("", ""), high: both("", "") },
        ],
        mixesSides: true,
        order: "random",
      },
    },
  ],
  seconds: 20,
  texts: ({ pairs }) => pairs.flatMap(({ low, high }) => [low, high]),
  problems: ({ pairs }) => itemProblems(pairs, 1),
  read: (form, name, { pairs }) =>
    numbersByCode(
      form,
      name,
      pairs.map((pair) => pair.value),
    ),
  describe: ({ pairs }, value, locale) =>
    pairs
      .filter((pair) => pair.value in value)
      .map(({ value: code, low, high }) => `${localized(low, locale)} – ${localized(high, locale)}: ${signed(value[code] ?? 0)}`)
      .join("\n"),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ pairs }) =>
      pairs.flatMap(({ value, low, high }) =>
        steps.map((step) => ({ value: `${value}=${step}`, label: both(`${low.en} – ${high.en}: ${signed(step)}`, `${low.id} – ${high.id}: ${signed(step)}`) })),
      ),
    of: (_config, value) => Object.entries(entriesOf(value)).map(([pair, step]) => `${pair}=${String(step)}`),
  },
};

const signed = (step: number): string => (step > 0 ? `+${step}` : String(step));
