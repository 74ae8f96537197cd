// Ratings and just-about-right scales in R: every published number beside the one computed from the answers.
import type { JustAboutRightBlock } from "../../blocks/just-about-right/result";
import type { RatingAnalysis, RatingComparison, RatingPair, RatingsBlock } from "../../rating-result";
import { comparison as compare, leastOfTails, section, texts, vector } from "./r-text";

/** Beyond this a model with a coefficient for every person takes R minutes. */
const mostPeople = 1_500;

const pairLines = (pairs: readonly RatingPair[], computed: string, least?: string): string[] =>
  pairs.length === 0
    ? []
    : [
        `first <- ${texts(pairs.map(({ first }) => first))}`,
        `second <- ${texts(pairs.map(({ second }) => second))}`,
        `pairs <- ${computed}`,
        compare(
          "differences",
          "pairs$difference",
          pairs.map(({ difference }) => difference),
        ),
        compare(
          "differences, lower end",
          "pairs$lower",
          pairs.map(({ interval }) => interval.lower),
          least,
        ),
        compare(
          "differences, upper end",
          "pairs$upper",
          pairs.map(({ interval }) => interval.upper),
          least,
        ),
        compare(
          "differences, p",
          "pairs$p",
          pairs.map(({ p }) => p),
          least,
        ),
      ];

/** The comparison that fits who answered, with every pair. */
export const comparisonLines = (found: RatingComparison): string[] => {
  if (found.kind === "none") return [];
  const codes = `compared <- ${texts(found.letters.map(({ code }) => code))}`;
  const overall = compare("F and p", "c(fit$f, fit$p)", [found.f, found.p]);
  if (found.kind === "independent")
    return [codes, `fit <- between_people(given(key, compared))`, overall, ...pairLines(found.pairs, "welch_pairs(key, first, second)")];
  if (found.people > mostPeople) return ["# So many people that a model with a coefficient for each takes too long here."];
  return [codes, `fit <- within_people(given(key, compared))`, overall, ...pairLines(found.pairs, "tukey_pairs(fit, first, second)", leastOfTails)];
};

const boxLines = (name: string, codes: readonly number[], rows: readonly { code: string; box: RatingAnalysis["rows"][number]["topBox"] }[]): string[] => {
  const known = rows.flatMap(({ code, box }) => (box ? [{ code, box }] : []));
  if (known.length === 0) return [];
  return [
    `boxes <- shares(lapply(${texts(known.map(({ code }) => code))}, function(code) of(key, code) %in% ${vector(codes)}))`,
    compare(
      `${name} boxes`,
      "boxes$share",
      known.map(({ box }) => box.share),
    ),
    compare(
      `${name} boxes, lower end`,
      "boxes$lower",
      known.map(({ box }) => box.interval.lower),
    ),
    compare(
      `${name} boxes, upper end`,
      "boxes$upper",
      known.map(({ box }) => box.interval.upper),
    ),
  ];
};

const ratingSection = ({ key, text, rows, comparison, scale }: RatingAnalysis): string => {
  const shown = rows.filter(({ n }) => n > 1);
  if (shown.length === 0) return "";
  return section(text.en, key, [
    `codes <- ${texts(shown.map(({ code }) => code))}`,
    compare(
      "n",
      "each(key, codes, length)",
      shown.map(({ n }) => n),
    ),
    compare(
      "mean",
      "each(key, codes, mean)",
      shown.map(({ mean }) => mean),
    ),
    compare(
      "standard deviation",
      "each(key, codes, sd)",
      shown.map(({ standardDeviation }) => standardDeviation),
    ),
    compare(
      "lower end",
      "each(key, codes, lower_end)",
      shown.map(({ interval }) => interval?.lower),
    ),
    compare(
      "upper end",
      "each(key, codes, upper_end)",
      shown.map(({ interval }) => interval?.upper),
    ),
    ...boxLines(
      "top",
      scale.topBoxes,
      shown.map(({ code, topBox }) => ({ code, box: topBox })),
    ),
    ...boxLines(
      "bottom",
      scale.bottomBoxes,
      shown.map(({ code, bottomBox }) => ({ code, box: bottomBox })),
    ),
    ...comparisonLines(comparison),
  ]);
};

export const ratingSections = ({ ratings }: RatingsBlock): string[] => ratings.map(ratingSection);

export const jarSections = ({ attributes, liking, prototypes }: JustAboutRightBlock): string[] =>
  attributes.map(({ key, text, points }) => {
    const cells = prototypes.flatMap(({ code, cells }) => cells.filter((cell) => cell.key === key && cell.n > 0).map((cell) => ({ code, cell })));
    if (cells.length === 0) return "";
    const middle = (points + 1) / 2;
    const base = liking
      ? `answers[answers$code == code & !is.na(answers[[key]]) & !is.na(answers[[${texts([liking.key])}]]), ]`
      : `answers[answers$code == code & !is.na(answers[[key]]), ]`;
    return section(text.en, key, [
      `codes <- ${texts(cells.map(({ code }) => code))}`,
      `both <- function(code) ${base}`,
      compare(
        "too little",
        `sapply(codes, function(code) sum(both(code)[[key]] < ${middle}))`,
        cells.map(({ cell }) => cell.low.n),
      ),
      compare(
        "too much",
        `sapply(codes, function(code) sum(both(code)[[key]] > ${middle}))`,
        cells.map(({ cell }) => cell.high.n),
      ),
      ...(liking
        ? [
            `drop <- function(code, is_off) { d <- both(code); y <- d[[${texts([liking.key])}]]; right <- d[[key]] == ${middle}; off <- is_off(d[[key]]); if (any(right) && any(off)) mean(y[right]) - mean(y[off]) else NA }`,
            compare(
              "drop, too little",
              `sapply(codes, drop, function(x) x < ${middle})`,
              cells.map(({ cell }) => cell.low.drop),
            ),
            compare(
              "drop, too much",
              `sapply(codes, drop, function(x) x > ${middle})`,
              cells.map(({ cell }) => cell.high.drop),
            ),
          ]
        : []),
    ]);
  });
