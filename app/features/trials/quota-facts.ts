// The facts a quota may look at: those with a fixed list of answers, and the age group. Named as staff speak of them.
import type { LocalizedText } from "~/core/locale";
import { ageBands, profileFactDefinitions } from "~/features/accounts/profile";

export type QuotaFact = { key: string; label: LocalizedText; options: readonly { value: string; label: LocalizedText }[] };

const names: Record<string, LocalizedText> = {
  sex: { en: "Sex", id: "Jenis kelamin" },
  household_size: { en: "People in the household", id: "Jumlah orang serumah" },
  children_under_3: { en: "Child under three", id: "Anak di bawah tiga tahun" },
  laundry_per_week: { en: "Laundry", id: "Frekuensi mencuci" },
  water_source: { en: "Water for washing", id: "Air untuk mencuci" },
};

export const quotaFacts: readonly QuotaFact[] = [
  { key: "age_band", label: { en: "Age group", id: "Kelompok umur" }, options: ageBands.map((value) => ({ value, label: { en: value, id: value } })) },
  ...profileFactDefinitions.filter((fact) => fact.options.length > 0).map(({ key, label, options }) => ({ key, label: names[key] ?? label, options })),
];
