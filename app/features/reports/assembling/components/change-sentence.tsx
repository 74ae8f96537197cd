import { useT } from "~/i18n/language";
import { blockHeading } from "../../block-names";
import type { BlockName } from "../../report";
import type { OutlineChange } from "../assembly";

/** What was done to an outline, in one sentence. */
export const ChangeSentence = ({ change }: { change: OutlineChange }) => {
  const t = useT();
  const nameOf = (block: BlockName) => t(blockHeading(block));
  switch (change.kind) {
    case "moved":
      return t("document.last_moved", { name: nameOf(change.block), place: change.place });
    case "swapped":
      return t("document.last_swapped", { name: nameOf(change.block), other: nameOf(change.other) });
    case "several":
      return t("document.last_several");
    default:
      return t(`document.last_${change.kind}`, { name: nameOf(change.block) });
  }
};
