// How much each prototype is liked, and whether one is liked more than another.
import type { ReportData } from "../../data.server";
import { analyseRating, ratingsThatMeasure } from "../../rating-analysis.server";
import type { RatingsBlock } from "../../rating-result";

export const computeLiking = (data: ReportData): RatingsBlock | null => {
  const asked = ratingsThatMeasure(data, "overall_liking");
  return asked.length === 0 ? null : { block: "liking", ratings: asked.map((question) => analyseRating(data, question)) };
};
