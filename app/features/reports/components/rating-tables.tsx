// The numbers behind a rating, all of them, for readers and for those who cannot see the chart.
import type { TranslationKey } from "~/i18n/keys";
import { useFormat, useT } from "~/i18n/language";
import { showDifference, showMean, showP } from "../numbers";
import type { RatingAnalysis, ShareResult } from "../rating-result";
import { lowBase, smallestBase } from "../report";
import { NumberTable } from "./figure";
import { PrototypeCell, useNameOf } from "./prototype-names";

const none = "–";

export const MeanTable = ({ rating }: { rating: RatingAnalysis }) => {
  const t = useT();
  const format = useFormat();
  const { comparison } = rating;
  const lettersOf = (code: string) => (comparison.kind === "none" ? none : (comparison.letters.find((entry) => entry.code === code)?.letters ?? none));
  return (
    <NumberTable
      caption={t("reports.table_means")}
      head={[t("reports.prototype"), "n", t("reports.mean"), t("reports.interval"), t("reports.letters")]}
      rows={rating.rows.map(({ code, n, mean, interval }) => ({
        key: code,
        cells: [
          <PrototypeCell key="name" code={code} isLow={n < lowBase} />,
          format.number(n),
          mean === null ? none : showMean(format, mean, n),
          interval ? `${showMean(format, interval.lower, n)} – ${showMean(format, interval.upper, n)}` : none,
          lettersOf(code),
        ],
      }))}
    />
  );
};

export const BoxTable = ({ rating }: { rating: RatingAnalysis }) => {
  const t = useT();
  const format = useFormat();
  const { topBoxes, bottomBoxes } = rating.scale;
  if (topBoxes.length + bottomBoxes.length === 0) return null;
  const shown = (share: ShareResult | null, n: number) =>
    share === null
      ? n < smallestBase
        ? none
        : ""
      : `${format.percent(share.share)} (${format.percent(share.interval.lower)} – ${format.percent(share.interval.upper)})`;
  return (
    <NumberTable
      caption={t("reports.table_boxes")}
      head={[t("reports.prototype"), "n", t("reports.top_boxes", { codes: topBoxes.join(", ") }), t("reports.bottom_boxes", { codes: bottomBoxes.join(", ") })]}
      rows={rating.rows.map(({ code, n, topBox, bottomBox }) => ({
        key: code,
        cells: [<PrototypeCell key="name" code={code} isLow={n < lowBase} />, format.number(n), shown(topBox, n), shown(bottomBox, n)],
      }))}
    />
  );
};

export const CountTable = ({ rating }: { rating: RatingAnalysis }) => {
  const t = useT();
  const format = useFormat();
  const { min, max } = rating.scale;
  const codes = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const hasMissing = rating.rows.some(({ missing }) => Object.keys(missing).length > 0);
  return (
    <NumberTable
      caption={t("reports.table_counts")}
      isGrid
      head={[t("reports.prototype"), ...codes.map(String), ...(hasMissing ? [t("reports.no_answer")] : [])]}
      rows={rating.rows.map(({ code, counts, missing }) => ({
        key: code,
        cells: [
          <PrototypeCell key="name" code={code} />,
          ...counts.map((count) => format.number(count)),
          ...(hasMissing ? [format.number(Object.values(missing).reduce((sum, count) => sum + count, 0))] : []),
        ],
      }))}
    />
  );
};

export const PairTable = ({ rating }: { rating: RatingAnalysis }) => {
  const t = useT();
  const format = useFormat();
  const nameOf = useNameOf();
  const { comparison } = rating;
  if (comparison.kind === "none") return null;
  return (
    <NumberTable
      caption={t("reports.table_pairs")}
      head={[t("reports.pair"), t("reports.difference"), t("reports.interval"), "p", ""]}
      rows={comparison.pairs.map(({ first, second, difference, interval, p, strength }) => ({
        key: `${first} ${second}`,
        cells: [
          <span key="pair" className="block min-w-32">
            {nameOf(first)} – {nameOf(second)}
          </span>,
          showDifference(format, difference),
          `${showDifference(format, interval.lower)} – ${showDifference(format, interval.upper)}`,
          showP(format, p),
          t(`reports.strength_${strength}` as TranslationKey),
        ],
      }))}
    />
  );
};
