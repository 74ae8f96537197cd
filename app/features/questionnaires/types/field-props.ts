import type { ReactNode } from "react";
import type { Locale } from "~/core/locale";

/** What the field of every question type is given. Fields are native controls: they work before and without JavaScript. */
export type FieldProps<Config> = {
  config: Config;
  /** Name of the form field; ids are made from it. */
  name: string;
  /** The stored answer, or what was typed and could not be stored. */
  value: unknown;
  /** The language of the question, which in the builder is not always that of the page. */
  locale: Locale;
  /** The question itself, as its legend. */
  legend: ReactNode;
  describedBy: string | undefined;
  isInvalid: boolean;
  /** Puts the blind code and earlier answers into words of the type's own; those of the configuration have them already. */
  pipe: (text: string) => string;
  /** Set for a photo question of a real response. */
  upload?: { action: string; isSending: boolean; send: (file: File) => void; fileHref: (id: string) => string };
};
