// Enters shares into the form of weights, as somebody of the team would.
import type { Context } from "~/core/context";
import { getReport } from "~/features/reports/queries.server";
import { getWeighting, saveWeighting } from "~/features/reports/weights/save-weighting.server";
import { fieldOf, shapeOf } from "~/features/reports/weights/weighting";

/** Shares in percent by fact and value, as typed. */
export const weighStudy = async (
  ctx: Context,
  trialId: number,
  shares: Record<string, Record<string, string>>,
  more: { cap?: number | null; revision?: number; isUsed?: boolean } = {},
): Promise<void> => {
  const { choices } = await getWeighting(ctx, trialId);
  const fields = new Map(
    choices.flatMap(({ fact, options }, index) => options.map(({ value }, place) => [fieldOf(index, place), shares[fact]?.[value] ?? ""] as const)),
  );
  const { report } = await getReport(ctx, trialId);
  await saveWeighting(ctx, {
    trialId,
    shape: shapeOf(choices),
    revision: more.revision ?? report.revision,
    cap: more.cap === undefined ? 5 : more.cap,
    isUsed: more.isUsed ?? true,
    fieldAt: (name) => fields.get(name) ?? "",
  });
};
