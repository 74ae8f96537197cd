// Who wanted to taste the cassava crisps: everybody who was a member then, but for Sari and Budi, who are left to try things for themselves.
import { crispsTrial } from "../texts/trials-crisps";
import { demoPeople } from "../texts/people";

type Applicant = { key: string; daysAgo: number; hour: number };

const opened = crispsTrial.openedDaysAgo;

/** Within a week. */
export const crispsApplicants: readonly Applicant[] = demoPeople
  .filter(({ key, role, joinedDaysAgo }) => role === "member" && !["sari", "budi"].includes(key) && joinedDaysAgo >= opened)
  .map(({ key }, place) => ({ key, daysAgo: opened - 1 - (place % 7), hour: 9.4 + ((place * 5.3) % 12) }));

/** What they answer afterwards when they are asked whether they have tested something before. */
export const testedBefore = (key: string): "longer_ago" | "never" => (crispsApplicants.some((each) => each.key === key) ? "longer_ago" : "never");
