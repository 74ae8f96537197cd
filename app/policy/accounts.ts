// People and their own affairs; teams, roles and settings.
import type { Rule } from "./can";
import { isAdministrator, isPerson } from "./roles";

export const accountAbilities = {
  "use-own-account": { refusal: "forbidden", allows: isPerson } satisfies Rule<null>,
  "manage-people": { refusal: "forbidden", allows: isAdministrator } satisfies Rule<null>,
  "manage-settings": { refusal: "forbidden", allows: isAdministrator } satisfies Rule<null>,
  "read-audit": { refusal: "forbidden", allows: isAdministrator } satisfies Rule<null>,
};
