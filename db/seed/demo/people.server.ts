// Teams and people, each joining on their day.
import { createPerson } from "../../../app/features/accounts/create-person.server";
import { createTeam } from "../../../app/features/accounts/teams.server";
import { setConsent } from "../../../app/features/accounts/consent.server";
import { demoPeople } from "../texts/people";
import { demoTeams } from "../texts/products";
import type { DemoPerson } from "../texts/types";
import { as, asHouse, dayAt, type Stage } from "./stage.server";

const factsOf = ({ profile }: DemoPerson): Record<string, string> => ({
  sex: profile.sex,
  household_size: String(profile.householdSize),
  children_under_3: profile.childrenUnder3,
  city: profile.city,
  laundry_per_week: profile.laundryPerWeek,
  water_source: profile.waterSource,
});

/** Everybody but each seventh person allows their words to be quoted, as communities go. */
const allowsQuotations = (place: number) => place % 7 !== 6;

export const seedPeople = async (stage: Stage): Promise<Map<string, number>> => {
  const teams = new Map<string, number>();
  for (const team of demoTeams) teams.set(team.key, await createTeam(asHouse(stage, dayAt(stage, 731, 9.5)), { name: team.name }));
  for (const [place, member] of demoPeople.entries()) {
    const joinedAt = dayAt(stage, member.joinedDaysAgo, 6.5 + ((place * 7.3) % 16));
    const teamIds = member.teams.map((key) => teams.get(key) as number);
    const id = await createPerson(asHouse(stage, joinedAt), {
      email: member.email,
      displayName: member.displayName,
      role: member.role,
      locale: member.locale,
      birthYear: member.birthYear,
      emailVerified: true,
      teamIds,
      profile: factsOf(member),
    });
    stage.people.set(member.key, {
      kind: "person",
      id,
      role: member.role,
      displayName: member.displayName,
      teamIds,
      emailVerified: true,
      sessionId: "demo",
      locale: member.locale,
    });
    if (member.role === "member" && allowsQuotations(place)) await setConsent(as(stage, member.key, joinedAt), { purpose: "quotations", given: true });
  }
  return teams;
};
