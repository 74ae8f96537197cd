// The facts a quota may look at: those with a fixed list of answers, and the age group.
import type { LocalizedText } from "~/core/locale";
import { ageBands, profileFactDefinitions } from "~/features/accounts/profile";

export type QuotaFact = { key: string; label: LocalizedText; options: readonly { value: string; label: LocalizedText }[] };

export const quotaFacts: readonly QuotaFact[] = [
  { key: "age_band", label: { en: "Age group", id: "Kelompok umur" }, options: ageBands.map((value) => ({ value, label: { en: value, id: value } })) },
  ...profileFactDefinitions.filter((fact) => fact.options.length > 0).map(({ key, label, options }) => ({ key, label, options })),
];
