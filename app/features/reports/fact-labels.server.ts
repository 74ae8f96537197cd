// What a profile fact and its values are called in a report.
import { profileFactDefinitions } from "~/features/accounts/profile";
import type { ImportedFact } from "~/features/trials/trial";
import type { TranslationKey } from "~/i18n/keys";
import { inBoth } from "./sentences.server";

const ownLabels = new Set(["age_band", "children_under_3", "city", "household_size", "laundry_per_week", "sex", "water_source"]);

export const factOf = (fact: string, imported: readonly ImportedFact[]) => {
  const definition = imported.find((entry) => entry.fact === fact);
  if (definition) return { label: definition.label, values: definition.values };
  const known = profileFactDefinitions.find(({ key }) => key === fact);
  const label = ownLabels.has(fact) ? inBoth((t) => t(`reports.fact_${fact}` as TranslationKey)) : (known?.label ?? { en: fact, id: fact });
  return { label, values: known?.options ?? [] };
};
