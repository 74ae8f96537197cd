import type { LocalizedText } from "~/core/locale";

export const isLocalizedText = (value: unknown): value is LocalizedText =>
  typeof value === "object" && value !== null && Object.keys(value).length === 2 && "en" in value && "id" in value && typeof value.en === "string";
