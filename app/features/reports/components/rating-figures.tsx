// A rating question as two figures: how high, and how spread.
import { localized } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { useFormat, useLocale, useT } from "~/i18n/language";
import type { RatingChart } from "../charts/chart";
import { showP } from "../numbers";
import type { RatingAnalysis } from "../rating-result";
import { everybody, lowBase, smallestBase } from "../report";
import { DotPlot } from "./dot-plot";
import { Figure } from "./figure";
import { ResultTableView } from "./questions-view";
import { useNameOf } from "./prototype-names";
import { BoxTable, CountTable, MeanTable, PairTable } from "./rating-tables";
import { SpreadBars } from "./spread-bars";

/** Which analysis, and why; or why there is none. */
const AnalysisNote = ({ rating }: { rating: RatingAnalysis }) => {
  const t = useT();
  const format = useFormat();
  const nameOf = useNameOf();
  const { comparison, rows } = rating;
  const isLow = rows.some(({ n }) => n > 0 && n < lowBase);
  return (
    <>
      {comparison.kind === "none" ? (
        <p>{t(`reports.not_compared_${comparison.reason}` as TranslationKey, { smallest: smallestBase })}</p>
      ) : (
        <p>
          {t(`reports.compared_${comparison.kind}` as TranslationKey, {
            f: format.number(comparison.f, 2),
            df1: comparison.numeratorDegrees,
            df2: format.number(comparison.denominatorDegrees, comparison.kind === "repeated" ? 0 : 1),
            p: showP(format, comparison.p).replace(/^(?=\d)/, "= "),
            people: comparison.kind === "repeated" ? comparison.people : "",
          })}
        </p>
      )}
      {comparison.kind === "repeated" && comparison.peopleLeftOut > 0 && <p>{t("reports.people_left_out", { count: comparison.peopleLeftOut })}</p>}
      {comparison.kind !== "none" && comparison.prototypesLeftOut.length > 0 && (
        <p>{t("reports.prototypes_left_out", { names: comparison.prototypesLeftOut.map(nameOf).join(", "), smallest: smallestBase })}</p>
      )}
      {isLow && <p>{t("reports.low_base_note", { low: lowBase })}</p>}
    </>
  );
};

const useScaleWords = (rating: RatingAnalysis): string => {
  const t = useT();
  const locale = useLocale();
  const { min, max, labels } = rating.scale;
  const [low, high] = [localized(labels[min], locale), localized(labels[max], locale)];
  return low && high ? t("reports.scale_with_ends", { min, low, max, high }) : t("reports.scale", { min, max });
};

export const MeanFigure = ({ rating, chart, confidence, level }: { rating: RatingAnalysis; chart: RatingChart; confidence: number; level?: 2 | 3 }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const scale = useScaleWords(rating);
  const title = localized(rating.title, locale);
  return (
    <Figure
      title={title}
      level={level}
      sub={`${localized(rating.text, locale)} ${t("reports.mean_sub", { scale, confidence: format.percent(confidence) })}`}
      note={<AnalysisNote rating={rating} />}
      others={rating.others?.map((table, index) => (
        <ResultTableView key={index} table={table} />
      ))}
      table={
        <>
          <MeanTable rating={rating} />
          <PairTable rating={rating} />
        </>
      }
    >
      {chart.dots.length > 0 && <DotPlot chart={chart} label={title} />}
    </Figure>
  );
};

/** The finding is the range of the top boxes, which needs no test to be said. */
export const SpreadFigure = ({ rating, chart, confidence }: { rating: RatingAnalysis; chart: RatingChart; confidence: number }) => {
  const t = useT();
  const format = useFormat();
  const nameOf = useNameOf();
  const boxed = rating.rows.flatMap(({ code, topBox }) => (topBox ? [{ code, share: topBox.share }] : [])).sort((a, b) => b.share - a.share);
  const [first, last] = [boxed[0], boxed.at(-1)];
  const title =
    !first || !last
      ? t("reports.title_spread_plain")
      : boxed.length === 1
        ? t(first.code === everybody ? "reports.title_spread_alone" : "reports.title_spread_single", {
            prototype: nameOf(first.code),
            share: format.percent(first.share),
          })
        : t("reports.title_spread", { best: nameOf(first.code), high: format.percent(first.share), worst: nameOf(last.code), low: format.percent(last.share) });
  if (chart.bars.length === 0) return null;
  return (
    <Figure
      title={title}
      sub={t("reports.spread_sub")}
      note={<p>{t("reports.spread_note", { confidence: format.percent(confidence) })}</p>}
      table={
        <>
          <BoxTable rating={rating} />
          <CountTable rating={rating} />
        </>
      }
    >
      <SpreadBars chart={chart} scale={rating.scale} label={title} />
    </Figure>
  );
};
