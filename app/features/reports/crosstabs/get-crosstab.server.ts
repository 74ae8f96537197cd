// The page on which crosstabs are made: what can be chosen, what was chosen, and the tables of it.
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { isUnblinded } from "~/features/trials/trial";
import { can } from "~/policy/can";
import { getReport } from "../queries.server";
import { findKnownSegments } from "../segments/queries.server";
import { crosstabAdjustments, mostBanners, mostPinned, nameOfSpec, type CrosstabSpec } from "./crosstab";
import { findStudy, weightsFor, withSegment } from "./load-study.server";
import { makeCrosstabs } from "./make-crosstabs.server";
import { notesOf } from "./words.server";

/** As it comes from the address; null where it says nothing. */
export type CrosstabSearch = {
  question: string | null;
  by: string[];
  prototype: string | null;
  adjustment: string | null;
  weights: string | null;
  segmentId: number | null;
};

type Study = Awaited<ReturnType<typeof findStudy>>;

/** What was chosen, with the first of everything that was not. What no longer exists is not chosen. */
const specOf = ({ questions, banners, prototypes }: Study, search: CrosstabSearch, isWeighted: boolean): CrosstabSpec | null => {
  const question = questions.find(({ key }) => key === search.question) ?? questions[0];
  const offered = banners.filter((banner) => banner.question?.key !== question?.key);
  const chosen = offered.filter(({ key }) => search.by.includes(key)).slice(0, mostBanners);
  const by = chosen.length > 0 ? chosen : offered.slice(0, 1);
  if (!question || by.length === 0) return null;
  return {
    question: question.key,
    by: by.map(({ key }) => key),
    prototype: prototypes.find(({ code }) => code === search.prototype)?.code ?? prototypes[0]?.code ?? null,
    adjustment: crosstabAdjustments.find((each) => each === search.adjustment) ?? "none",
    isWeighted: isWeighted && search.weights !== "off",
  };
};

export const getCrosstab = async (ctx: Context, trialId: number, search: CrosstabSearch) => {
  const { trial, report } = await getReport(ctx, trialId);
  const isOpen = isUnblinded(trial.state) && trial.questionnaireVersionId !== null;
  const study = await findStudy(ctx, trial);
  const segments = isOpen ? (await findKnownSegments(ctx, trialId)).filter(({ removedAt }) => removedAt === null) : [];
  const segment = segments.find(({ id }) => id === search.segmentId) ?? null;
  if (isOpen && search.segmentId !== null && segment === null) throw new NotFound("segment");
  const { state, weights } = isOpen ? await weightsFor(ctx, trial, report.draft) : { state: "none" as const, weights: null };
  const spec = isOpen ? specOf(study, search, state === "usable") : null;
  const made =
    spec && study.versionId !== null
      ? await makeCrosstabs(
          ctx,
          await withSegment(ctx, { ...study, versionId: study.versionId, weights: spec.isWeighted ? weights : null }, segment?.conditions ?? null),
          spec,
        )
      : [];
  const pinned = report.draft.crosstabs ?? [];
  return {
    trial,
    isOpen,
    questions: study.questions.map(({ key, text }) => ({ key, text })),
    banners: study.banners.map(({ key, label, of }) => ({ key, label, of })),
    prototypes: study.prototypes.map(({ code, name, isBenchmark }) => ({ code, name, isBenchmark })),
    segments: segments.map(({ id, name }) => ({ id, name })),
    segment: segment ? { id: segment.id, name: segment.name } : null,
    weights: { state, people: weights?.people ?? 0, effectiveN: weights?.effectiveN ?? 0, efficiency: weights?.efficiency ?? 0 },
    spec,
    text: study.questions.find(({ key }) => key === spec?.question)?.text ?? null,
    tables: made.map(({ table }) => table),
    notes: spec
      ? notesOf(
          made.map(({ table }) => table),
          {
            spec,
            wantsWeights: state !== "none" && search.weights !== "off",
            weights: state,
            alpha: trial.alpha,
            leftOut: segment ? 0 : report.draft.exclusions.length,
          },
        )
      : [],
    pinned,
    isPinned: spec !== null && pinned.some((each) => nameOfSpec(each) === nameOfSpec(spec)),
    mayPin: can(ctx.actor, "publish-report", { teamId: trial.teamId }),
    isFull: pinned.length >= mostPinned,
  };
};
