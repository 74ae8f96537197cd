// Where the prototypes of a trial stand among all others of their category: only scores of people who tried one prototype, or tried it first, compare.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { isUnblinded } from "~/features/trials/trial";
import { placeAmongNorms, type EarlierScore } from "~/statistics/norms";
import { products } from "~db/schema/index";
import { eq } from "drizzle-orm";
import { findPrototypes, findQuestions } from "../data.server";
import type { QuestionFinding } from "../question-result";
import { getReport } from "../queries.server";
import { ratingConfigOf } from "../rating-analysis.server";
import { smallestBase } from "../report";
import { cell, isLowBase, plainText } from "../result-parts.server";
import { inBoth } from "../sentences.server";

/** Below this many others a place among them says little, and one could tell the score of another team's prototype. */
export const fewestOthers = 5;

type Score = EarlierScore & { trialId: number; prototypeId: number };
type Asked = { min: number; max: number; category: string };

/** Every score of the category on the same scale; whoever a report leaves out is left out here. */
const findScores = async (ctx: Context, { min, max, category }: Asked): Promise<Score[]> => {
  const rows = await ctx.db.execute<{ trial_id: number; prototype_id: number; n: number; mean: number; spread: number }>(sql`
    select t.id as trial_id, r.prototype_id, count(*)::int as n, avg((a.value #>> '{}')::float8) as mean, coalesce(stddev_samp((a.value #>> '{}')::float8), 0) as spread
    from trials t
    join products p on p.id = t.product_id and lower(p.category) = lower(${category})
    join questionnaire_versions v on v.id = t.questionnaire_version_id
    cross join lateral (
      select q ->> 'key' as key from jsonb_array_elements(v.definition -> 'questions') q
      where q ->> 'type' = 'rating' and q -> 'config' ->> 'measures' = 'overall_liking'
        and (q -> 'config' ->> 'min')::int = ${min} and (q -> 'config' ->> 'max')::int = ${max} limit 1
    ) liking
    join responses r on r.version_id = v.id and r.state = 'submitted' and r.prototype_id is not null and (t.design = 'monadic' or r.position = 1)
    join participants m on m.id = r.participant_id and m.trial_id = t.id and m.state not in ('withdrawn', 'excluded')
    join answers a on a.response_id = r.id and a.question_key = liking.key and a.status = 'answered'
    left join reports d on d.trial_id = t.id
    where t.state in ('analysis', 'reported', 'closed')
      and not coalesce(d.draft -> 'exclusions', '[]'::jsonb) @> jsonb_build_array(jsonb_build_object('participantId', m.id))
    group by 1, 2 having count(*) >= ${smallestBase}`);
  return [...rows].map(({ trial_id, prototype_id, n, mean, spread }) => ({ trialId: trial_id, prototypeId: prototype_id, n, mean, standardDeviation: spread }));
};

const percentOf = (share: number) => inBoth((_t, format) => format.percent(share));

/** The top share in steps of five, never below the place that was reached. */
const topShare = (percentile: number): number => Math.max(0.05, Math.ceil(((1 - percentile) * 100) / 5 - 1e-9) * 0.05);

type Named = { id: number; code: string; name: string };

const findingOf = (prototypes: readonly Named[], trialId: number, scores: readonly Score[], { min, max, category }: Asked): QuestionFinding => {
  const others = scores.filter((score) => score.trialId !== trialId && !prototypes.some(({ id }) => id === score.prototypeId));
  const placed = prototypes.map(({ id, code, name }) => {
    const own = scores.find((score) => score.trialId === trialId && score.prototypeId === id);
    const place = own ? placeAmongNorms(own, others) : null;
    return { code, name, own, place: place?.kind === "result" ? place : null };
  });
  const [best] = placed
    .flatMap((each) => (each.own && each.place ? [{ name: each.name, percentile: each.place.percentile }] : []))
    .sort((a, b) => b.percentile - a.percentile);
  const total = others.length + 1;
  return {
    key: "norms",
    text: plainText(`${min}–${max}`),
    title: best
      ? inBoth((t, format) =>
          best.percentile >= 0.5
            ? t("segments.norms_top", { prototype: best.name, share: format.percent(topShare(best.percentile)), total, category })
            : t("segments.norms_low", { prototype: best.name, total, category }),
        )
      : inBoth((t) => t("segments.norms_own_few", { prototype: prototypes.map(({ name }) => name).join(", ") })),
    strength: null,
    n: placed.reduce((sum, { own }) => sum + (own?.n ?? 0), 0),
    chart: null,
    tables: [
      {
        caption: inBoth((t) => t("segments.norms_table")),
        head: (["head_prototype", "n", "norms_mean", "norms_percentile", "norms_shrunken", "norms_of_all"] as const).map((key) =>
          key === "n" ? plainText("n") : inBoth((t) => t(`segments.${key}`)),
        ),
        rows: placed.map(({ code, name, own, place }) => ({
          key: code,
          label: plainText(name),
          isLow: own !== undefined && isLowBase(own.n),
          cells: [
            cell("count", own?.n ?? null),
            cell("mean", own?.mean ?? null, { n: own?.n }),
            place ? { kind: "text" as const, value: null, text: percentOf(place.percentile) } : cell("share", null),
            cell("mean", place?.shrunken ?? null, { n: own?.n }),
            cell("mean", place?.normMean ?? null, { n: own?.n }),
          ],
        })),
      },
    ],
    method: inBoth((t) => t("segments.norms_method")),
    notes: [],
  };
};

export type NormsProblem = "not_yet" | "no_question" | "no_category" | "few";

export const getNorms = async (ctx: Context, trialId: number) => {
  const { trial } = await getReport(ctx, trialId);
  const [product] = await ctx.db.select({ category: products.category }).from(products).where(eq(products.id, trial.productId));
  const category = product?.category ?? "";
  const liking = (await findQuestions(ctx, trial.questionnaireVersionId)).find(
    (question) => question.type === "rating" && ratingConfigOf(question).measures === "overall_liking",
  );
  const answer = (problem: NormsProblem, others = 0) => ({ trial, category, problem, others, finding: null });
  if (!isUnblinded(trial.state)) return answer("not_yet");
  if (!liking) return answer("no_question");
  if (category === "") return answer("no_category");
  const { min, max } = ratingConfigOf(liking);
  const scores = await findScores(ctx, { min, max, category });
  const prototypes = await findPrototypes(ctx, trialId);
  const others = scores.filter((score) => score.trialId !== trialId && !prototypes.some(({ id }) => id === score.prototypeId)).length;
  if (others < fewestOthers) return answer("few", others);
  return { trial, category, problem: null, others, finding: findingOf(prototypes, trialId, scores, { min, max, category }) };
};
