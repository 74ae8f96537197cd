// A script that computes the main numbers of a version again, in R and from the answers alone, and holds them against the published ones.
import type { JustAboutRightBlock } from "../blocks/just-about-right/result";
import type { RatingsBlock } from "../rating-result";
import type { ReportContent } from "../report";

/** A text of R: nothing in it can end the string. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replace(/[\u0000-\u001f\u2028\u2029]/g, " ")}"`;
const vector = (values: readonly (number | null)[]) => `c(${values.map((value) => (value === null ? "NA" : String(value))).join(", ")})`;
const texts = (values: readonly string[]) => `c(${values.map(quoted).join(", ")})`;

const preamble = (csv: string, confidence: number, note: string) => `# ${note}
# Needs base R only. Put this file beside ${csv} and run: Rscript <this file>
answers <- read.csv(${quoted(csv)}, fileEncoding = "UTF-8-BOM", check.names = FALSE, colClasses = c(participant = "character", code = "character"))
confidence <- ${confidence}
worst <- 0
compare <- function(what, ours, published) {
  both <- data.frame(computed = as.numeric(ours), published = as.numeric(published))
  cat("\\n", what, "\\n", sep = "")
  print(both, digits = 10)
  stopifnot(identical(is.na(both$computed), is.na(both$published)))
  difference <- abs(both$computed - both$published) / pmax(abs(both$published), 1e-8)
  worst <<- max(worst, difference, na.rm = TRUE)
}
of <- function(key, code) { x <- answers[answers$code == code, key]; x[!is.na(x)] }
`;

const ratingScript = ({ ratings }: RatingsBlock): string =>
  ratings
    .filter(({ rows }) => rows.some(({ n }) => n > 1))
    .map(({ key, text, rows, comparison, scale }) => {
      const shown = rows.filter(({ n }) => n > 1);
      const codes = texts(shown.map(({ code }) => code));
      const lines = [
        `\n# ${text.en.replace(/[\r\n\u2028\u2029]+/g, " ")}`,
        `key <- ${quoted(key)}`,
        `codes <- ${codes}`,
        `compare(paste(key, "n"), sapply(codes, function(code) length(of(key, code))), ${vector(shown.map(({ n }) => n))})`,
        `compare(paste(key, "mean"), sapply(codes, function(code) mean(of(key, code))), ${vector(shown.map(({ mean }) => mean))})`,
        `compare(paste(key, "standard deviation"), sapply(codes, function(code) sd(of(key, code))), ${vector(shown.map(({ standardDeviation }) => standardDeviation))})`,
        `half <- function(x) qt((1 + confidence) / 2, length(x) - 1) * sd(x) / sqrt(length(x))`,
        `compare(paste(key, "lower end"), sapply(codes, function(code) mean(of(key, code)) - half(of(key, code))), ${vector(shown.map(({ interval }) => interval?.lower ?? null))})`,
        `compare(paste(key, "upper end"), sapply(codes, function(code) mean(of(key, code)) + half(of(key, code))), ${vector(shown.map(({ interval }) => interval?.upper ?? null))})`,
      ];
      const boxed = shown.filter(({ topBox }) => topBox !== null);
      if (boxed.length > 0)
        lines.push(
          `compare(paste(key, "top boxes"), sapply(${texts(boxed.map(({ code }) => code))}, function(code) mean(of(key, code) %in% ${vector(scale.topBoxes)})), ${vector(boxed.map(({ topBox }) => topBox!.share))})`,
        );
      if (comparison.kind !== "none") {
        const compared = texts(comparison.letters.map(({ code }) => code));
        lines.push(`d <- answers[answers$code %in% ${compared} & !is.na(answers[[key]]), ]`, `d$y <- d[[key]]`, `d$code <- factor(d$code)`);
        if (comparison.kind === "repeated")
          lines.push(
            `d <- d[d$participant %in% names(which(table(d$participant) > 1)), ]`,
            `d$participant <- factor(d$participant)`,
            `fit <- anova(lm(y ~ participant + code, data = d))`,
            `compare(paste(key, "F and p"), c(fit["code", "F value"], fit["code", "Pr(>F)"]), ${vector([comparison.f, comparison.p])})`,
          );
        else
          lines.push(
            `fit <- oneway.test(y ~ code, data = d)`,
            `compare(paste(key, "F and p"), c(fit$statistic, fit$p.value), ${vector([comparison.f, comparison.p])})`,
          );
      }
      return lines.join("\n");
    })
    .join("\n");

const jarScript = ({ attributes, liking, prototypes }: JustAboutRightBlock): string =>
  attributes
    .map(({ key, text, points }) => {
      const cells = prototypes.flatMap(({ code, cells }) => cells.filter((cell) => cell.key === key && cell.n > 0).map((cell) => ({ code, cell })));
      if (cells.length === 0) return "";
      const base = liking
        ? `answers[answers$code == code & !is.na(answers[[key]]) & !is.na(answers[[${quoted(liking.key)}]]), ]`
        : `answers[answers$code == code & !is.na(answers[[key]]), ]`;
      const lines = [
        `\n# ${text.en.replace(/[\r\n\u2028\u2029]+/g, " ")}`,
        `key <- ${quoted(key)}`,
        `codes <- ${texts(cells.map(({ code }) => code))}`,
        `both <- function(code) ${base}`,
        `compare(paste(key, "too little"), sapply(codes, function(code) sum(both(code)[[key]] < ${(points + 1) / 2})), ${vector(cells.map(({ cell }) => cell.low.n))})`,
        `compare(paste(key, "too much"), sapply(codes, function(code) sum(both(code)[[key]] > ${(points + 1) / 2})), ${vector(cells.map(({ cell }) => cell.high.n))})`,
      ];
      if (!liking) return lines.join("\n");
      lines.push(
        `drop <- function(code, side) { d <- both(code); y <- d[[${quoted(liking.key)}]]; right <- d[[key]] == ${(points + 1) / 2}; off <- if (side == "low") d[[key]] < ${(points + 1) / 2} else d[[key]] > ${(points + 1) / 2}; if (any(right) && any(off)) mean(y[right]) - mean(y[off]) else NA }`,
        ...(["low", "high"] as const).map(
          (side) =>
            `compare(paste(key, "drop ${side}"), sapply(codes, function(code) drop(code, "${side}")), ${vector(cells.map(({ cell }) => cell[side].drop))})`,
        ),
      );
      return lines.join("\n");
    })
    .filter(Boolean)
    .join("\n");

const epilogue = `
cat("\\nLargest relative difference:", format(worst, digits = 3), "\\n")
if (worst > 1e-6) stop("The numbers differ from the published ones: have answers been withdrawn since?")
cat("The published numbers are reproduced.\\n")
`;

export const makeRScript = (content: ReportContent, csv: string, note: string): string =>
  [
    preamble(csv, 1 - content.trial.alpha, note.replace(/[\r\n]+/g, " ")),
    ...content.blocks.map((block) =>
      block.block === "liking" || block.block === "purchase_intent" || block.block === "attributes"
        ? ratingScript(block)
        : block.block === "just_about_right"
          ? jarScript(block)
          : "",
    ),
    epilogue,
  ].join("\n");
