// What the address of a crosstab says. Nothing in it can be wrong: what is not understood is as if it were not there.
import { idFrom } from "~/core/ids";
import { mostBanners } from "./crosstab";
import type { CrosstabSearch } from "./get-crosstab.server";

export const readSearch = ({ searchParams }: URL): CrosstabSearch => {
  const segment = searchParams.get("segment");
  return {
    question: searchParams.get("question"),
    by: searchParams.getAll("by").slice(0, 4 * mostBanners),
    prototype: searchParams.get("prototype"),
    adjustment: searchParams.get("adjustment"),
    weights: searchParams.get("weights"),
    segmentId: segment ? idFrom(segment) : null,
  };
};
