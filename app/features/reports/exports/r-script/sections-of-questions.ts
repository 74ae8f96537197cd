// All other questions in R: shares, orders, best and worst, features, prices, profiles and what goes with liking.
import type { CellKind, QuestionBlockName, QuestionFinding, ResultCell, ResultTable } from "../../question-result";
import type { ReportContent } from "../../report";
import { comparison as compare, leastOfTails, quoted, section, texts } from "./r-text";

type Facts = { codes: string[]; /** The question about overall liking, if there is one. */ liking: string | null; ratedKeys: ReadonlySet<string> };
type Section = (question: QuestionFinding, facts: Facts) => string[];

/** A table is known by what its columns hold; its words may change. */
const tableOf = ({ tables }: QuestionFinding, ...kinds: CellKind[]): ResultTable | undefined =>
  tables.find(({ rows }) => rows.length > 0 && rows[0]!.cells.map(({ kind }) => kind).join() === kinds.join());
const column = (rows: ResultTable["rows"], index: number): (number | null)[] => rows.map(({ cells }) => cells[index]!.value);
const keysOf = (rows: ResultTable["rows"]) => texts(rows.map(({ key }) => key));

/** Estimates with the ends of their intervals, one after the other; `estimate` is their column in what R found. */
const estimateLines = (what: string, estimate: string, cells: readonly Pick<ResultCell, "value" | "bounds">[]): string[] => [
  compare(
    what,
    `found$${estimate}`,
    cells.map(({ value }) => value),
  ),
  compare(
    `${what}, lower end`,
    "found$lower",
    cells.map(({ bounds }) => bounds?.lower),
  ),
  compare(
    `${what}, upper end`,
    "found$upper",
    cells.map(({ bounds }) => bounds?.upper),
  ),
];
const shareLines = (what: string, cells: readonly Pick<ResultCell, "value" | "bounds">[]): string[] => estimateLines(what, "share", cells);

/** All of several prototypes compared two by two. */
const strengths: Section = ({ key, tables }) => {
  const { rows } = tables[0]!;
  const known = rows.every(({ cells }) => cells[2]!.value !== null);
  return [
    `key <- ${quoted(key)}`,
    `sides <- ${keysOf(rows)}`,
    `d <- duels(key)`,
    compare("comparisons", "sapply(sides, function(side) sum(d$winner == side | d$loser == side))", column(rows, 0)),
    compare("chosen", "sapply(sides, function(side) sum(d$winner == side))", column(rows, 1)),
    ...(known ? [`found <- chances(d, sides)`, `if (!is.null(found)) ${compare("chance to be preferred", "found", column(rows, 2))}`] : []),
  ];
};

const preference: Section = (finding, facts) => {
  const { key, chart, tables, n } = finding;
  if (tables[0]?.rows[0]?.cells.length === 4) return strengths(finding, facts);
  const [question] = key.split(":");
  if (chart?.kind !== "intervals" || !tables[0]) return [];
  const [one, other] = chart.rows.map((row) => row.key);
  const { rows } = tables[0];
  return [
    `key <- ${quoted(question!)}`,
    `sides <- ${texts([one!, other!])}`,
    `rows <- last_answers(key)`,
    `rows <- rows[rows[[paste0(key, "_left")]] %in% sides & rows[[paste0(key, "_right")]] %in% sides, ]`,
    `counts <- sapply(c(sides, "none"), function(choice) sum(rows[[key]] == choice))`,
    compare("n", "nrow(rows)", [n]),
    compare("answers", "counts", column(rows, 0)),
    compare("shares", "counts / nrow(rows)", column(rows, 1)),
    `found <- shares(lapply(sides, function(side) rows[[key]][rows[[key]] != "none"] == side))`,
    ...shareLines("among those with a preference", chart.rows),
    `print(binom.test(counts[[1]], counts[[1]] + counts[[2]], conf.level = confidence))`,
  ];
};

const netPromoter: Section = (question) => {
  const rows = question.tables[0]?.rows.filter(({ cells }) => (cells[0]?.value ?? 0) > 0) ?? [];
  if (rows.length === 0) return [];
  const codes = keysOf(rows);
  const scores = (index: number, what: string, computed: string): string[] => {
    const known = rows.filter(({ cells }) => cells[index]!.value !== null);
    if (known.length === 0) return [];
    return [
      `d <- counts[match(${keysOf(known)}, codes), ]`,
      `found <- ${computed}`,
      ...estimateLines(
        what,
        "score",
        known.map((row) => row.cells[index]!),
      ),
    ];
  };
  return [
    `codes <- ${codes}`,
    `counts <- data.frame(promoters = each(key, codes, function(x) sum(x >= 9)), passives = each(key, codes, function(x) sum(x %in% 7:8)), detractors = each(key, codes, function(x) sum(x <= 6)))`,
    compare("promoters", "counts$promoters", column(rows, 1)),
    compare("passives", "counts$passives", column(rows, 2)),
    compare("detractors", "counts$detractors", column(rows, 3)),
    ...scores(4, "score", "net_promoter(d$promoters, d$passives, d$detractors)"),
    ...scores(5, "score for a small base", "net_promoter(d$promoters + 0.75, d$passives + 1.5, d$detractors + 0.75)"),
  ];
};

/** A line per option, a column per prototype: shares, or counts where the base is small. */
const options: Section = ({ tables }, { codes }) => {
  const rows = tables[0]?.rows.filter(({ key }) => key !== "n") ?? [];
  return codes.flatMap((code, place) => {
    const cells = rows.map((row) => row.cells[place]!);
    if (cells.every(({ value }) => value === null || value === 0) || cells.length === 0) return [];
    const found = `found <- shares(lapply(${keysOf(rows)}, function(option) chosen(key, option, ${quoted(code)})))`;
    if (cells.every(({ kind }) => kind === "count"))
      return [
        found,
        compare(
          `answers for ${code}`,
          "found$count",
          cells.map(({ value }) => value),
        ),
      ];
    return [found, ...shareLines(`shares for ${code}`, cells)];
  });
};

const wordMap: Section = ({ key, tables }) => {
  const [prototypes, words] = [tables[0]!.rows, tables[1]!.rows];
  const sizes = (rows: typeof words, axis: number) => column(rows, axis).map((value) => (value === null || value === undefined ? value : Math.abs(value)));
  return [
    `found <- word_map(${quoted(key.replace(/:map$/, ""))}, ${keysOf(words)}, ${keysOf(prototypes)})`,
    ...[1, 2].flatMap((axis) => [
      compare(`distance of prototypes along axis ${axis}`, `found$prototypes[, ${axis}]`, sizes(prototypes, axis)),
      compare(`distance of words along axis ${axis}`, `found$words[, ${axis}]`, sizes(words, axis)),
    ]),
  ];
};

/** Each person's last word on the product as it should be. */
const idealProduct = (rows: ResultTable["rows"]): string[] => [
  `own <- last_answers(key)`,
  `found <- shares(lapply(${keysOf(rows)}, function(option) chose(own, key, option)))`,
  compare("people whose ideal has the word", "found$count", column(rows, 0)),
  ...(rows.some(({ cells }) => cells[1]!.value !== null)
    ? shareLines(
        "shares of people",
        rows.map(({ cells }) => cells[1]!),
      )
    : []),
];

const checkAll: Section = (question, facts) => {
  if (question.key.endsWith(":map")) return wordMap(question, facts);
  const ideal = tableOf(question, "count", "share");
  if (ideal) return idealProduct(ideal.rows);
  const cochran = tableOf(question, "mean", "p", "text");
  const lifts = tableOf(question, "count", "mean", "mean", "difference")?.rows.filter(({ cells }) => cells[0]!.value !== null) ?? [];
  return [
    ...options(question, facts),
    ...(cochran
      ? [
          `words <- ${keysOf(cochran.rows)}`,
          `q <- sapply(words, function(word) cochran(complete_checks(key, word)))`,
          compare("Cochran's Q", "q", column(cochran.rows, 0)),
          compare("p, adjusted over the words", `p.adjust(pchisq(q, length(tried) - 1, lower.tail = FALSE), "BH")`, column(cochran.rows, 1)),
        ]
      : []),
    ...(lifts.length > 0 && facts.liking
      ? [
          `found <- sapply(${keysOf(lifts)}, function(word) lift(key, word, ${quoted(facts.liking)}))`,
          compare("checked", "found[1, ]", column(lifts, 0)),
          compare("liking where checked", "found[2, ]", column(lifts, 1)),
          compare("liking where not checked", "found[3, ]", column(lifts, 2)),
          compare("lift", "found[4, ]", column(lifts, 3)),
        ]
      : []),
  ];
};

const ranking: Section = (question) => {
  const rows = tableOf(question, "mean", "count", "score", "text")?.rows ?? [];
  if (rows.length === 0) return [];
  const pairs = tableOf(question, "difference", "p", "text")?.rows ?? [];
  const hasMeans = rows.every(({ cells }) => cells[0]!.value !== null);
  return [
    `ranks <- places(key, ${keysOf(rows)})`,
    compare("first places", "colSums(ranks == 1, na.rm = TRUE)", column(rows, 1)),
    compare("Borda's points", "borda(ranks)", column(rows, 2)),
    ...(hasMeans
      ? [
          `complete <- ranks[complete.cases(ranks), ]`,
          `cat("Sums of ranks:", colSums(complete), "\\n")`,
          `print(friedman.test(complete))`,
          compare("mean ranks", "colMeans(complete)", column(rows, 0)),
        ]
      : []),
    ...(hasMeans && pairs.length > 0 ? pairsOfRanks(pairs, rows) : []),
  ];
};

/** Pairs are numbered as the questionnaire lists the items; the sign tells which of the two a pair begins with. */
const pairsOfRanks = (pairs: ResultTable["rows"], rows: ResultTable["rows"]): string[] => {
  const placeOf = new Map(rows.map(({ label }, place) => [label.en, place + 1]));
  const named = pairs.flatMap(({ label, cells }) => {
    const [first, second] = label.en.split(" – ").map((name) => placeOf.get(name));
    return first && second ? [{ first, second, cells }] : [];
  });
  if (named.length < pairs.length) return [];
  return [
    `pairs <- nemenyi(complete, c(${named.map(({ first }) => first).join(", ")}), c(${named.map(({ second }) => second).join(", ")}))`,
    compare(
      "differences",
      "pairs$difference",
      named.map(({ cells }) => cells[0]!.value),
    ),
    compare(
      "differences, p",
      "pairs$p",
      named.map(({ cells }) => cells[1]!.value),
      leastOfTails,
    ),
  ];
};

const bestWorst: Section = (question) => {
  const rows = question.tables[0]?.rows ?? [];
  if (rows.length === 0 || question.n === 0) return [];
  return [
    `found <- best_worst(key, ${keysOf(rows)})`,
    compare("shown", "found$shown", column(rows, 0)),
    compare("best", "found$best", column(rows, 1)),
    compare("worst", "found$worst", column(rows, 2)),
    compare("(best - worst) / shown", "found$score", column(rows, 3)),
  ];
};

const meansOf = (cells: readonly { code: string; cell: ResultCell }[]): string[] => {
  const known = cells.filter(({ cell }) => cell.value !== null);
  if (known.length === 0) return [];
  const codes = texts(known.map(({ code }) => code));
  return [
    compare(
      "mean",
      `each(key, ${codes}, mean)`,
      known.map(({ cell }) => cell.value),
    ),
    compare(
      "lower end",
      `each(key, ${codes}, lower_end)`,
      known.map(({ cell }) => cell.bounds?.lower),
    ),
    compare(
      "upper end",
      `each(key, ${codes}, upper_end)`,
      known.map(({ cell }) => cell.bounds?.upper),
    ),
  ];
};

const profiles: Section = (question, { codes, ratedKeys }) => {
  const { key, chart, tables } = question;
  if (chart?.kind !== "profile") {
    const rows = tableOf(question, "count", "mean", "mean", "text")?.rows.filter(({ cells }) => (cells[0]!.value ?? 0) > 0) ?? [];
    const known = keysOf(rows);
    if (rows.length === 0) return [];
    return [
      compare("n", `each(key, ${known}, length)`, column(rows, 0)),
      ...meansOf(rows.map((row) => ({ code: row.key, cell: row.cells[1]! }))),
      compare("median", `each(key, ${known}, median)`, column(rows, 2)),
    ];
  }
  return (tables[0]?.rows ?? []).flatMap(({ key: part, cells }) => [
    `key <- ${quoted(`${key}_${part}`)}`,
    // A word that was not rated does not apply.
    ...(ratedKeys.has(key) ? [`answers[[key]][is_answered(${quoted(key)}) & is.na(answers[[key]])] <- 0`] : []),
    ...meansOf(codes.map((code, place) => ({ code, cell: cells[place]! }))),
  ]);
};

const kano: Section = (question) => {
  const counts = tableOf(question, "count", "share")?.rows ?? [];
  if (counts.length === 0 || question.n === 0) return [];
  const scores = question.tables[1]?.rows ?? [];
  const better = scores.find(({ key }) => key === "better")?.cells[0];
  const worse = scores.find(({ key }) => key === "worse")?.cells[0];
  const hasShares = counts.every(({ cells }) => cells[1]!.value !== null);
  return [
    `category <- kano(key)`,
    `counts <- sapply(${keysOf(counts)}, function(own) sum(category == own))`,
    compare("answers", "counts", column(counts, 0)),
    ...(hasShares ? [compare("shares", "counts / length(category)", column(counts, 1))] : []),
    ...(better && worse && better.value !== null && worse.value !== null
      ? [
          `base <- category[category %in% c("A", "O", "M", "I")]`,
          `found <- shares(list(base %in% c("A", "O"), base %in% c("O", "M")))`,
          compare("better and worse", "found$share * c(1, -1)", [better.value, worse.value]),
          compare("better, ends", "c(found$lower[1], found$upper[1])", [better.bounds?.lower, better.bounds?.upper]),
          compare("worse, ends", "-c(found$upper[2], found$lower[2])", [worse.bounds?.lower, worse.bounds?.upper]),
        ]
      : []),
  ];
};

const prices: Section = (question) => {
  const rows = tableOf(question, "money", "share")?.rows ?? [];
  if (rows.length === 0) return [];
  return [
    `found <- price_points(key)[${keysOf(rows)}, , drop = FALSE]`,
    compare("prices", "found[, 1]", column(rows, 0)),
    compare("shares at these prices", "found[, 2]", column(rows, 1)),
  ];
};

/** Beyond these the report looks at a part of the rows, and R at too many subsets. */
const mostRows = 5_000;
const mostAttributes = 10;

const drivers: Section = (question) => {
  const rows = tableOf(question, "difference", "difference", "share", "share", "p")?.rows ?? [];
  if (rows.length === 0) return [];
  if (question.n >= mostRows || rows.length > mostAttributes) return ["# So many answers or attributes that this takes too long here."];
  const names = ["correlation", "beta", "shapley", "weight", "p"] as const;
  return [
    `keys <- ${keysOf(rows)}`,
    `found <- drivers(key, keys)`,
    ...names.flatMap((name, index) => {
      const known = rows.flatMap(({ cells }, place) => (cells[index]!.value === null ? [] : [{ place: place + 1, value: cells[index]!.value }]));
      if (known.length === 0) return [];
      return [
        compare(
          name,
          `found$${name}[c(${known.map(({ place }) => place).join(", ")})]`,
          known.map(({ value }) => value),
        ),
      ];
    }),
  ];
};

const sections: { [Name in QuestionBlockName]?: Section } = {
  preference,
  net_promoter: netPromoter,
  choices_compared: options,
  check_all: checkAll,
  ranking,
  best_worst: bestWorst,
  profiles,
  kano,
  prices,
  drivers,
};

export const factsOf = ({ blocks, prototypes }: ReportContent): Facts => ({
  codes: prototypes.map(({ code }) => code),
  liking: blocks.flatMap((block) => (block.block === "liking" ? block.ratings.map(({ key }) => key) : []))[0] ?? null,
  ratedKeys: new Set(blocks.flatMap((block) => (block.block === "check_all" ? block.questions.map(({ key }) => key) : []))),
});

export const questionSections = (block: QuestionBlockName, questions: readonly QuestionFinding[], facts: Facts): string[] =>
  questions.map((question) => {
    const lines = sections[block]?.(question, facts) ?? [];
    return lines.length === 0 ? "" : section(question.text.en, question.key, lines);
  });
