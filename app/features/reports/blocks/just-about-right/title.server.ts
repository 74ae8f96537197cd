// What the just-about-right questions say, in one sentence that never calls a drop a cause.
import type { LocalizedText } from "~/core/locale";
import { smallestBase, type Finding, type ReportPrototype } from "../../report";
import { inBoth } from "../../sentences.server";
import type { JustAboutRightBlock } from "./result";

type Untitled = Omit<JustAboutRightBlock, "title">;
type Complaint = Untitled["flagged"][number];

const partsOf = (block: Untitled, { code, key, side }: Complaint, prototypes: readonly ReportPrototype[]) => {
  const attribute = block.attributes.find((entry) => entry.key === key)!;
  return {
    name: prototypes.find((prototype) => prototype.code === code)!.name,
    complaint: side === "low" ? attribute.tooLittle : attribute.tooMuch,
    result: block.prototypes.find((entry) => entry.code === code)!.cells.find((cell) => cell.key === key)![side],
  };
};

export const jarTitle = (block: Untitled, prototypes: readonly ReportPrototype[]): LocalizedText => {
  const [worst] = block.flagged;
  if (worst) {
    const { name, complaint, result } = partsOf(block, worst, prototypes);
    return inBoth((t, format, pick) =>
      t("reports.title_jar_flagged", {
        prototype: name,
        complaint: pick(complaint),
        share: format.percent(result.share!),
        drop: format.number(result.drop!, 1),
      }),
    );
  }
  const largest = Math.max(0, ...block.prototypes.flatMap(({ cells }) => cells.map(({ n }) => n)));
  if (largest < smallestBase) return inBoth((t) => t("reports.title_jar_too_few", { count: largest }));
  return inBoth((t) => t(block.liking ? "reports.title_jar_none" : "reports.title_jar_without_liking"));
};

/** One finding per flagged complaint, the costliest first. */
export const jarFindings = (block: JustAboutRightBlock, prototypes: readonly ReportPrototype[]): Finding[] =>
  block.flagged.map((complaint) => {
    const { name, complaint: words, result } = partsOf(block, complaint, prototypes);
    return {
      key: `jar:${complaint.key}:${complaint.code}:${complaint.side}`,
      block: "just_about_right",
      text: inBoth((t, format, pick) =>
        t("reports.finding_jar", { prototype: name, complaint: pick(words), share: format.percent(result.share!), drop: format.number(result.drop!, 1) }),
      ),
    };
  });
