import { useT } from "~/i18n/language";
import type { IdeaStatus, PublicationState } from "../idea";

const statusColours: Record<IdeaStatus, string> = { new: "", considering: "", planned: "turmeric", testing: "lagoon", done: "leaf", not_planned: "" };

/** What the product team does with the idea; a new one has no chip. */
export const StatusChip = ({ status }: { status: IdeaStatus }) => {
  const t = useT();
  if (status === "new") return null;
  return (
    <span className={`chip ${statusColours[status]}`}>
      <i />
      {t(`ideas.status_${status}`)}
    </span>
  );
};

const stateColours: Record<PublicationState, string> = { pending: "lagoon", published: "leaf", changes_asked: "turmeric", declined: "brick", removed: "brick" };

/** Where a submission stands with the moderators, for its author and for them. */
export const StateChip = ({ state }: { state: PublicationState }) => {
  const t = useT();
  return (
    <span className={`chip ${stateColours[state]}`}>
      <i />
      {t(`ideas.state_${state}`)}
    </span>
  );
};
