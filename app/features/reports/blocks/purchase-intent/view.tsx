import { SpreadFigure, MeanFigure } from "../../components/rating-figures";
import type { ReportCharts } from "../../charts/chart";
import type { RatingsBlock } from "../../rating-result";

/** The spread first: what counts in buying is how many would, not the mean of how much. */
export const PurchaseIntentView = ({ block, charts, confidence }: { block: RatingsBlock; charts: ReportCharts; confidence: number }) =>
  block.ratings.map((rating) => {
    const chart = charts.ratings[rating.key]!;
    return (
      <section key={rating.key} className="grid items-stretch gap-5 min-[1100px]:grid-cols-2">
        <SpreadFigure rating={rating} chart={chart} confidence={confidence} />
        <MeanFigure rating={rating} chart={chart} confidence={confidence} />
      </section>
    );
  });
