// The report as its authors put it together, from the report as it was computed: no database and no clock, so the same answers and the same draft give the same bytes.
import { blockHeading } from "../block-names";
import type { BlockName, Finding, ReportBlock, ReportContent, ReportDraft } from "../report";
import { inBoth } from "../sentences.server";
import { arrange, canHaveIntroduction, type Assembly } from "./assembly";

/** Findings follow their blocks, the verdict last. What a version does not show cannot be decided on in it. */
const findingsOf = (findings: readonly Finding[], shown: readonly BlockName[]): Finding[] => {
  const placeOf = ({ block }: Finding) => (block === "action_standards" ? shown.length : shown.indexOf(block));
  return findings.filter(({ block }) => shown.includes(block)).sort((a, b) => placeOf(a) - placeOf(b));
};

/** A report that leaves something out says so. */
const withLeftOutNote = (block: ReportBlock, leftOut: readonly BlockName[]): ReportBlock => {
  if (block.block !== "method" || leftOut.length === 0) return block;
  const note = inBoth((t) => t("document.method_left_out", { parts: leftOut.map((name) => t(blockHeading(name))).join(", ") }));
  return { ...block, notes: [...block.notes, note] };
};

/** What was written about everybody is not said of a part. */
const introductionsOf = (content: ReportContent, { introductions }: Assembly, shown: readonly BlockName[]): ReportContent["introductions"] => {
  if (content.segment) return undefined;
  const own = shown.filter(canHaveIntroduction).flatMap((name) => {
    const text = introductions[name];
    return text && (text.en || text.id) ? [[name, text] as const] : [];
  });
  return own.length > 0 ? Object.fromEntries(own) : undefined;
};

export const assembleReport = (content: ReportContent, { assembly }: Pick<ReportDraft, "assembly">): ReportContent => {
  if (!assembly) return content;
  const placed = arrange(
    assembly,
    content.blocks.map(({ block }) => block),
  );
  const shown = placed.filter(({ isLeftOut }) => !isLeftOut).map(({ block }) => block);
  const leftOut = placed.filter(({ isLeftOut }) => isLeftOut).map(({ block }) => block);
  const introductions = introductionsOf(content, assembly, shown);
  return {
    ...content,
    blocks: shown.map((name) =>
      withLeftOutNote(
        content.blocks.find(({ block }) => block === name)!,
        leftOut,
      ),
    ),
    ...(introductions ? { introductions } : {}),
    findings: findingsOf(content.findings, shown),
  };
};
