// The geometry of every chart of a report, computed on the server from the content alone: page, print and later documents share it.
import type { ReportContent } from "../report";
import type { ReportCharts } from "./chart";
import { drawPenalties } from "./penalty-chart.server";
import { drawRating } from "./rating-chart.server";

export const drawReport = ({ blocks }: ReportContent): ReportCharts => {
  const charts: ReportCharts = { ratings: {}, penalties: [] };
  for (const block of blocks) {
    if (block.block === "liking" || block.block === "purchase_intent" || block.block === "attributes") {
      for (const rating of block.ratings) charts.ratings[rating.key] = drawRating(rating);
    }
    if (block.block === "just_about_right") charts.penalties = drawPenalties(block);
  }
  return charts;
};
