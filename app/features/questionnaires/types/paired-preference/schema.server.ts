import { z } from "zod";
import { both } from "../question-type";
import { nextInt, type Random } from "~/statistics/random";
import type { ArrangeFacts } from "../registry.server";
import { localizedTextSchema, optionValueSchema } from "../schema-parts.server";
import { noPreference, sidesOf, type PairedPreferenceConfig } from "./paired-preference";

export const configSchema: z.ZodType<PairedPreferenceConfig> = z
  .strictObject({
    between: z.enum(["samples", "words"]),
    sides: z.array(z.strictObject({ value: optionValueSchema, label: localizedTextSchema(300) })).max(2),
    allowsNone: z.boolean(),
    asksStrength: z.boolean(),
  })
  .refine(({ sides }) => sides.every(({ value }) => value !== noPreference), { message: "none_is_taken", path: ["sides"] });

/** Checked against the sides of this very response, which `arrange` has put into the configuration. */
export const answerSchema = (config: PairedPreferenceConfig) => {
  const codes = sidesOf(config).map((side) => side.value);
  const side = z.string().max(40);
  return z
    .strictObject({ choice: side, left: side, right: side, strength: z.enum(["strong", "slight"]).optional() })
    .superRefine(({ choice, left, right, strength }, check) => {
      const isPair = codes.length === 2 && left !== right && codes.includes(left) && codes.includes(right);
      if (!isPair || !(codes.includes(choice) || (config.allowsNone && choice === noPreference)))
        return check.addIssue({ code: "custom", message: "not_an_option" });
      if (config.asksStrength && choice !== noPreference && !strength) check.addIssue({ code: "custom", message: "say_how_strongly" });
    });
};

export const arrange = (config: PairedPreferenceConfig, random: Random, { codes }: ArrangeFacts): PairedPreferenceConfig => {
  const pair = config.between === "words" ? config.sides : codes.slice(0, 2).map((code) => ({ value: code, label: both(`Sample ${code}`, `Contoh ${code}`) }));
  return { ...config, pair: nextInt(random, 0, 1) === 1 ? pair.toReversed() : pair };
};

/** Two samples can be compared once both were given: with the last questionnaire of the participant. */
export const isAsked = (config: PairedPreferenceConfig, { codes, isLast }: ArrangeFacts): boolean =>
  config.between === "words" || (isLast && codes.length >= 2);
