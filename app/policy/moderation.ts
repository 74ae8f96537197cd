// The queue.
import type { Rule } from "./can";
import { isModerator } from "./roles";

export const moderationAbilities = {
  moderate: { refusal: "forbidden", allows: isModerator } satisfies Rule<null>,
};
