// The tables of one question: groups of people side by side about one prototype, and the prototypes beside each other in a table of their own.
import type { Context } from "~/core/context";
import type { Question } from "~/features/questionnaires/questionnaire";
import type { ColumnPair } from "~/statistics/crosstab";
import { columnLetter } from "~/statistics/crosstab";
import type { ReportData, TrialFacts } from "../data.server";
import { findKnownSegments } from "../segments/queries.server";
import type { Condition } from "../segments/segment";
import type { WeightsByFacts } from "../weights/weigh-facts.server";
import { groupOfFact, groupsOfAnswer, labelOfGroup, type Banner } from "./banners.server";
import { countAnswers, findOnce, listGiven, type Asked } from "./count-answers.server";
import { byPrototype, type Crosstab, type CrosstabPoint, type CrosstabSpec } from "./crosstab";
import { letterRow, plainCell, type LetterSettings, type PointData } from "./letter-row";
import { pairAnswers } from "./paired-answers";
import { answerOf, rowsOf, type RowSpec } from "./question-rows.server";
import { loadSegmentRows, type SegmentRows } from "./segment-rows.server";
import { groundOfEverybody, groundOfSegment, shownGroups } from "./shown-groups.server";
import { baseOf, tallyOf, type Tally } from "./tally";

export type CrosstabStudy = {
  trial: TrialFacts;
  versionId: number;
  prototypes: ReportData["prototypes"];
  questions: readonly Question[];
  banners: readonly Banner[];
  weights: WeightsByFacts | null;
  /** Null for everybody. */
  segment: SegmentRows | null;
};

/** A comparison of two columns, for the sentence about the table. */
export type Evidence = { row: RowSpec; point: CrosstabPoint; pair: ColumnPair; /** Effective people in the smaller of the two. */ n: number };
export type MadeCrosstab = { table: Crosstab; evidence: Evidence[] };

type Point = { shown: CrosstabPoint; data: PointData };
type Totals = { total: Tally; isTotalShown: boolean };

const pointOf = (banner: Banner, kind: CrosstabPoint["kind"], groups: { key: string; tally: Tally }[], hidden: number, isWeighted: boolean): CrosstabPoint => ({
  key: banner.key,
  label: banner.label,
  kind,
  columns: groups.map(({ key, tally }, index) => ({
    ...baseOf(tally, isWeighted),
    key,
    label: labelOfGroup(banner, key),
    letter: kind === "overlapping" ? "" : columnLetter(index),
  })),
  hidden,
});

/** Columns in the order of their values, then what else was found, then those of whom it is not known. */
const inOrder = ({ values }: Banner, found: ReadonlySet<string>): string[] => {
  const known = values.map(({ value }) => value).filter((value) => found.has(value));
  const others = [...found].filter((key) => !values.some(({ value }) => value === key) && !key.startsWith("\u00a0")).sort();
  return [...known, ...others, ...[...found].filter((key) => key.startsWith("\u00a0")).sort()];
};

const groupPoint = async (ctx: Context, study: CrosstabStudy, asked: Asked, banner: Banner, place: number | null): Promise<Point & Totals> => {
  const counted = (await countAnswers(ctx, asked, banner)).map((own) => ({
    answer: answerOf(asked.question, own.value),
    weight: own.weight,
    n: own.n,
    groups: banner.of === "fact" ? groupOfFact(own.group as string | null) : groupsOfAnswer(banner, own.group),
  }));
  const keys = inOrder(banner, new Set(counted.flatMap(({ groups }) => groups)));
  const groups = keys.map((key) => ({ key, tally: tallyOf(counted.filter((own) => own.groups.includes(key))) }));
  const ground = study.segment ? await groundOfSegment(ctx, asked, place, banner, study.segment) : await groundOfEverybody(ctx, asked, banner);
  const { isTotalShown, hidden } = shownGroups(
    ground,
    banner,
    groups.map(({ key, tally }) => ({ key, n: tally.n })),
  );
  const shown = groups.filter((_, index) => !hidden[index]);
  const kind = banner.isOverlapping ? "overlapping" : "groups";
  return {
    total: tallyOf(counted),
    isTotalShown: isTotalShown && !study.segment?.isTooSmall && !(place !== null && study.segment?.hidden.has(place)),
    shown: pointOf(banner, kind, shown, groups.length - shown.length, study.weights !== null),
    data: { kind, tallies: shown.map(({ tally }) => tally), paired: null },
  };
};

/** A prototype forms no group of people, so only a segment hides one. Whoever tried several is compared with himself. */
const prototypePoint = async (ctx: Context, study: CrosstabStudy, asked: Asked, banner: Banner): Promise<Point & Totals> => {
  const { answers: stored, given } = await listGiven(ctx, asked);
  const answers = stored.map((value) => answerOf(asked.question, value));
  const shownPrototypes = study.prototypes.filter((_, place) => !study.segment?.hidden.has(place));
  const placeOf = new Map(shownPrototypes.map(({ id }, place) => [id, place]));
  const own = given.flatMap(({ prototypeId, ...rest }) => {
    const place = placeOf.get(prototypeId);
    return place === undefined ? [] : [{ ...rest, place }];
  });
  const lines = (place: number | null) =>
    own.flatMap((each) => (place === null || each.place === place ? [{ answer: answers[each.answer]!, weight: each.weight, n: 1 }] : []));
  const groups = shownPrototypes.map(({ code }, place) => ({ key: code, tally: tallyOf(lines(place)) }));
  const isPaired = new Set(own.map(({ person }) => person)).size < own.length;
  const kind = isPaired ? "paired" : "prototypes";
  return {
    total: tallyOf(lines(null)),
    isTotalShown: !study.segment?.isTooSmall,
    shown: pointOf(banner, kind, groups, study.prototypes.length - shownPrototypes.length, study.weights !== null),
    data: { kind, tallies: groups.map(({ tally }) => tally), paired: isPaired ? pairAnswers(answers, own, groups.length) : null },
  };
};

const makeTable = (study: CrosstabStudy, question: Question, about: string | null, points: (Point & Totals)[], settings: LetterSettings): MadeCrosstab => {
  const { total } = points[0]!;
  const isShown = points.every(({ isTotalShown }) => isTotalShown);
  const state = !isShown ? "too_small" : total.n === 0 ? "nobody" : "shown";
  const base = baseOf(total, settings.isWeighted);
  if (state !== "shown")
    return { table: { about, state, total: state === "nobody" ? base : { ...base, n: 0, effectiveN: null }, points: [], rows: [] }, evidence: [] };
  const rows = rowsOf(question, total, study.prototypes);
  const lettered = rows.map((row) => points.map((point) => letterRow(row, point.data, settings)));
  return {
    table: {
      about,
      state,
      total: base,
      points: points.map(({ shown }) => shown),
      rows: rows.map((row, index) => ({
        key: row.key,
        label: row.label,
        kind: row.kind,
        total: plainCell(row, total),
        points: lettered[index]!.map(({ cells, p }) => ({ cells, p })),
      })),
    },
    evidence: rows.flatMap((row, index) =>
      points.flatMap(({ shown, data }, at) =>
        lettered[index]![at]!.pairs.map((pair) => ({
          row,
          point: shown,
          pair,
          n: Math.min(data.tallies[pair.first]!.effectiveN, data.tallies[pair.second]!.effectiveN),
        })),
      ),
    ),
  };
};

/** The responses of the segment about the prototype, or about all of them. */
const idsInside = ({ view, inside }: SegmentRows, place: number | null): Int32Array =>
  view.ids.filter((_, row) => inside[row] === 1 && (place === null || view.rows.prototype[row] === place));

/** One table for the banners of people, one for the prototypes; nothing where the question or all banners are gone. */
export const makeCrosstabs = async (ctx: Context, study: CrosstabStudy, spec: CrosstabSpec): Promise<MadeCrosstab[]> => {
  const question = study.questions.find(({ key }) => key === spec.question);
  const banners = spec.by.flatMap((key) => study.banners.find((banner) => banner.key === key) ?? []);
  if (!question || banners.length === 0) return [];
  const settings = { adjustment: spec.adjustment, alpha: study.trial.alpha, isWeighted: study.weights !== null };
  const once = await findOnce(ctx, study.trial, study.versionId, [question.key, ...banners.flatMap((banner) => banner.question?.key ?? [])]);
  const isOnce = once.has(question.key);
  const prototype = isOnce ? null : (study.prototypes.find(({ code }) => code === spec.prototype) ?? study.prototypes[0] ?? null);
  const place = prototype ? study.prototypes.indexOf(prototype) : null;
  const asked = (at: number | null): Asked => ({
    trial: study.trial,
    versionId: study.versionId,
    question,
    prototypeId: at === null ? null : study.prototypes[at]!.id,
    once,
    weights: study.weights,
    only: study.segment ? idsInside(study.segment, at) : null,
  });
  const made: MadeCrosstab[] = [];
  const ofPeople = banners.filter(({ of }) => of !== "prototype");
  if (ofPeople.length > 0) {
    const points: (Point & Totals)[] = [];
    for (const banner of ofPeople) points.push(await groupPoint(ctx, study, asked(place), banner, place));
    made.push(makeTable(study, question, prototype?.code ?? null, points, settings));
  }
  const prototypes = isOnce ? undefined : banners.find(({ key }) => key === byPrototype);
  if (prototypes) made.push(makeTable(study, question, null, [await prototypePoint(ctx, study, asked(null), prototypes)], settings));
  return made;
};

type Narrowed = { trial: TrialFacts; versionId: number; prototypes: ReportData["prototypes"]; questions: readonly Question[] };

/** Every segment that was ever saved for the trial can be subtracted. */
export const segmentRowsOf = async (ctx: Context, study: Narrowed, conditions: readonly Condition[]): Promise<SegmentRows> =>
  loadSegmentRows(ctx, { ...study, conditions, known: (await findKnownSegments(ctx, study.trial.id)).map((each) => each.conditions) });
