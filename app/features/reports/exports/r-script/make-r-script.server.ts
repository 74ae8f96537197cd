// A script that computes the main numbers of a version again, in R and from the answers alone, and holds them against the published ones.
import type { ReportBlock, ReportContent } from "../../report";
import functions from "./functions.R?raw";
import { inOneLine, quoted, texts } from "./r-text";
import { factsOf, questionSections } from "./sections-of-questions";
import { jarSections, ratingSections } from "./sections-of-ratings";

const preamble = (content: ReportContent, csv: string, note: string): string => `# ${inOneLine(note)}
# Needs base R only. Put this file beside ${csv} and run: Rscript <this file>
answers <- read.csv(${quoted(csv)}, fileEncoding = "UTF-8-BOM", check.names = FALSE, na.strings = "", colClasses = c(participant = "character", code = "character"))
answers$code[is.na(answers$code)] <- ""
confidence <- ${1 - content.trial.alpha}
# Prototypes that somebody tried.
tried <- intersect(${texts(content.prototypes.map(({ code }) => code))}, answers$code)
`;

const epilogue = `
cat("\\nLargest relative difference:", format(worst, digits = 3), "\\n")
cat("The published numbers are reproduced.\\n")
`;

/** A weight tells what somebody is, and rows leave without profile facts. */
const noWeights = `
# Weighted numbers are not computed again here: weights follow from what is known of people, and no row of the answers says that.`;

const sectionsOf = (block: ReportBlock, content: ReportContent): string[] => {
  switch (block.block) {
    case "liking":
    case "purchase_intent":
    case "attributes":
      return ratingSections(block);
    case "just_about_right":
      return jarSections(block);
    case "weighted":
      return [noWeights];
    default:
      return "questions" in block && block.block !== "quotations" ? questionSections(block.block, block.questions, factsOf(content)) : [];
  }
};

export const makeRScript = (content: ReportContent, csv: string, note: string): string =>
  content.segment
    ? `# ${inOneLine(note)}\n# Narrowed to a segment: whose answers these are is not exported, so nothing can be computed again here.\n`
    : [
        preamble(content, csv, note),
        functions,
        "# --- questions",
        ...content.blocks.flatMap((block) => sectionsOf(block, content)).filter(Boolean),
        epilogue,
      ].join("\n");
