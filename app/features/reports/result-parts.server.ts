// Cells, headings and tables that many kinds of question share.
import type { LocalizedText } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import type { Strength } from "~/statistics/strength";
import { showP } from "./numbers";
import type { CellKind, IntervalRow, ResultCell, ResultTable } from "./question-result";
import type { RatingPair } from "./rating-result";
import { everybody, lowBase, type ReportPrototype } from "./report";
import { inBoth } from "./sentences.server";
import type { ShareComparison, SharePair } from "./share-comparison.server";

type Values = Record<string, string | number>;

/** A sentence of the findings in both languages. Values that are themselves texts are put in by language. */
export const say = (key: string, values: Values = {}, texts: Record<string, LocalizedText> = {}): LocalizedText =>
  inBoth((t, _format, pick) =>
    t(`findings.${key}` as TranslationKey, { ...values, ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pick(text)])) }),
  );

/** The same, with shares and numbers written as each language writes them. */
export const sayNumbers = (
  key: string,
  numbers: Record<string, { value: number; as: "percent" | "number" | "p"; digits?: number }>,
  values: Values = {},
  texts: Record<string, LocalizedText> = {},
) =>
  inBoth((t, format, pick) =>
    t(`findings.${key}` as TranslationKey, {
      ...values,
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pick(text)])),
      ...Object.fromEntries(
        Object.entries(numbers).map(([name, { value, as, digits }]) => [
          name,
          as === "percent" ? format.percent(value, digits) : as === "p" ? showP(format, value).replace(/^(?=\d)/, "= ") : format.number(value, digits),
        ]),
      ),
    }),
  );

export const plainText = (text: string): LocalizedText => ({ en: text, id: text });
export const trimmed = ({ en, id }: LocalizedText): LocalizedText => ({ en: en.replace(/[?.\s]+$/, ""), id: id.replace(/[?.\s]+$/, "") });
export const nameIn = (prototypes: readonly ReportPrototype[], code: string): string => prototypes.find((each) => each.code === code)?.name ?? code;

/** What a prototype is called in both languages, or whom an answer about none comes from. */
export const labelIn = (prototypes: readonly ReportPrototype[], code: string): LocalizedText =>
  code === everybody ? inBoth((t) => t("reports.everybody")) : plainText(nameIn(prototypes, code));

export const cell = (kind: CellKind, value: number | null, more: Partial<ResultCell> = {}): ResultCell => ({ kind, value, ...more });
export const textCell = (text: LocalizedText): ResultCell => ({ kind: "text", value: null, text });
export const strengthCell = (strength: Strength): ResultCell => textCell(inBoth((t) => t(`reports.strength_${strength}` as TranslationKey)));

export const head = (...keys: string[]): LocalizedText[] => keys.map((key) => (key === "n" || key === "p" ? plainText(key) : say(`head_${key}`)));

/** Every pair with its difference; null where nothing was compared. */
export const pairTable = (
  pairs: readonly (RatingPair | SharePair)[],
  kind: "difference" | "share_difference",
  prototypes: readonly ReportPrototype[],
): ResultTable | null =>
  pairs.length === 0
    ? null
    : {
        caption: say("table_pairs"),
        head: head("pair", "difference", "p", "strength"),
        rows: pairs.map(({ first, second, difference, interval, p, strength }) => ({
          key: `${first} ${second}`,
          label: plainText(`${nameIn(prototypes, first)} – ${nameIn(prototypes, second)}`),
          isLow: false,
          cells: [cell(kind, difference, { bounds: interval }), cell("p", p), strengthCell(strength)],
        })),
      };

export const shareRows = ({ rows }: ShareComparison, prototypes: readonly ReportPrototype[]): IntervalRow[] =>
  rows.flatMap(({ code, n, share, interval, letters }) =>
    share === null ? [] : [{ key: code, label: plainText(nameIn(prototypes, code)), n, value: share, bounds: interval, letters }],
  );

export const isLowBase = (n: number): boolean => n < lowBase;

/** The strongest word that any of the pairs carries. */
export const strongest = (strengths: readonly Strength[]): Strength | null =>
  (["clearly", "probably", "no-difference-shown", "cannot-tell"] as const).find((strength) =>
    // "No difference" is only said where it holds for all of them.
    strength === "no-difference-shown" ? strengths.length > 0 && strengths.every((each) => each === strength) : strengths.includes(strength),
  ) ?? null;
