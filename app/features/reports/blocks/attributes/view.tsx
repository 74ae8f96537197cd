import { useT } from "~/i18n/language";
import { MeanFigure } from "../../components/rating-figures";
import type { ReportCharts } from "../../charts/chart";
import type { RatingsBlock } from "../../rating-result";

export const AttributesView = ({ block, charts, confidence }: { block: RatingsBlock; charts: ReportCharts; confidence: number }) => {
  const t = useT();
  return (
    <section className="grid gap-3">
      <h2>{t("reports.attributes_heading")}</h2>
      <div className="grid items-stretch gap-5 min-[1100px]:grid-cols-2">
        {block.ratings.map((rating) => (
          <MeanFigure key={rating.key} rating={rating} chart={charts.ratings[rating.key]!} confidence={confidence} level={3} />
        ))}
      </div>
    </section>
  );
};
