// A crosstab is put into the report, or taken out of it: the draft keeps what is asked for, and the numbers are made with the report.
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { authorize } from "~/policy/can";
import { getReport } from "../queries.server";
import { holdReport, writeDraft } from "../save-draft.server";
import { canNarrow } from "../segments/queries.server";
import { mostPinned, nameOfSpec, type CrosstabSpec } from "./crosstab";
import { findStudy } from "./load-study.server";

/** What is taken out need not exist any more; what is put in must. */
export const pinCrosstab = async (ctx: Context, { trialId, spec, isPinned }: { trialId: number; spec: CrosstabSpec; isPinned: boolean }): Promise<void> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (!canNarrow(trial)) throw new Conflict("fieldwork is not over", { key: "report_not_yet" });
  if (isPinned) {
    const { questions, banners, prototypes } = await findStudy(ctx, trial);
    const isKnown =
      questions.some(({ key }) => key === spec.question) &&
      spec.by.every((key) => banners.some((banner) => banner.key === key && banner.question?.key !== spec.question)) &&
      (spec.prototype === null || prototypes.some(({ code }) => code === spec.prototype));
    if (!isKnown) throw new Invalid({ "": { key: "not_understood" } });
  }
  await inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, trialId);
    const pinned = report.draft.crosstabs ?? [];
    const others = pinned.filter((each) => nameOfSpec(each) !== nameOfSpec(spec));
    const isThere = others.length < pinned.length;
    if (isThere === isPinned) return;
    if (isPinned && pinned.length >= mostPinned) throw new Invalid({ "": { key: "too_many_crosstabs", values: { most: mostPinned } } });
    await writeDraft(inner, report, { ...report.draft, crosstabs: isPinned ? [...pinned, spec] : others });
  });
};
