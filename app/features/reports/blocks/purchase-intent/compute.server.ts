// Whether people would buy it, as they say: an index to compare prototypes by, never a forecast.
import type { ReportData } from "../../data.server";
import { analyseRating, ratingsThatMeasure } from "../../rating-analysis.server";
import type { RatingsBlock } from "../../rating-result";

export const computePurchaseIntent = (data: ReportData): RatingsBlock | null => {
  const asked = ratingsThatMeasure(data, "purchase_intent");
  return asked.length === 0 ? null : { block: "purchase_intent", ratings: asked.map((question) => analyseRating(data, question)) };
};
