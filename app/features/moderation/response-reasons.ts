// What was found about a response, as reasons of a case: strong signs weigh three times as much as weak ones, and several of a kind add up.
import type { FlagReason } from "~/features/questionnaires/flag-reason";
import type { CaseReason } from "./case";

const weakSign = 5;
const strongSign = 15;

export const responseReasons = (flags: readonly Pick<FlagReason, "kind" | "isStrong">[]): CaseReason[] => {
  const weights = new Map<FlagReason["kind"], number>();
  for (const { kind, isStrong } of flags) weights.set(kind, (weights.get(kind) ?? 0) + (isStrong ? strongSign : weakSign));
  return [...weights].map(([key, weight]) => ({ key, weight }));
};
