// How the prototypes differ in what people notice, attribute by attribute; each is a family of comparisons of its own.
import type { ReportData } from "../../data.server";
import { analyseRating, ratingsThatMeasure } from "../../rating-analysis.server";
import { isNetPromoter } from "../net-promoter/analyse.server";
import type { RatingsBlock } from "../../rating-result";

export const computeAttributes = (data: ReportData): RatingsBlock | null => {
  // Who would recommend it has a block of its own.
  const asked = ratingsThatMeasure(data, "attribute").filter((question) => !isNetPromoter(question));
  return asked.length === 0 ? null : { block: "attributes", ratings: asked.map((question) => analyseRating(data, question)) };
};
