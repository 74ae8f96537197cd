import { z } from "zod";
import { bestWorstDesign } from "~/statistics/best-worst-design";
import { nextInt, type Random } from "~/statistics/random";
import { itemSchema, localizedTextSchema } from "../schema-parts.server";
import type { MaxdiffConfig } from "./maxdiff";

export const configSchema: z.ZodType<MaxdiffConfig> = z.strictObject({
  items: z.array(itemSchema).max(30),
  perTask: z.number().int().min(3).max(6),
  tasks: z.number().int().min(1).max(20),
  versions: z.number().int().min(1).max(20),
  seed: z.number().int().min(0).max(1_000_000),
  most: localizedTextSchema(120),
  least: localizedTextSchema(120),
});

const designs = new Map<string, string[][][]>();

/** The codes of every task of every version. Asked for with every answer, so it is kept; a design of another questionnaire may take its place. */
export const designOf = ({ items, perTask, tasks, versions, seed }: MaxdiffConfig): string[][][] => {
  const codes = items.map((item) => item.value);
  const key = JSON.stringify([codes, perTask, tasks, versions, seed]);
  const known = designs.get(key);
  if (known) return known;
  const design = bestWorstDesign({ items: codes.length, perTask, tasks, versions }, seed).map((version) =>
    version.map((task) => task.map((item) => codes[item]!)),
  );
  if (designs.size >= 100) designs.clear();
  designs.set(key, design);
  return design;
};

/** Checked against the tasks of this very response, which `arrange` has put into the configuration. */
export const answerSchema = (config: MaxdiffConfig) =>
  z.array(z.strictObject({ shown: z.array(z.string().max(40)).max(6), best: z.string().max(40), worst: z.string().max(40) })).superRefine((value, check) => {
    const isOwn =
      value.length === config.tasks && value.every(({ shown }, index) => (config.shown ?? designOf(config)[0] ?? [])[index]?.join(" ") === shown.join(" "));
    if (!isOwn) return check.addIssue({ code: "custom", message: "not_an_option" });
    if (value.some(({ best, worst }) => best === "" || worst === "")) return check.addIssue({ code: "custom", message: "answer_every_task" });
    if (value.some(({ best, worst }) => best === worst)) return check.addIssue({ code: "custom", message: "best_is_worst" });
    if (value.some(({ shown, best, worst }) => !shown.includes(best) || !shown.includes(worst))) check.addIssue({ code: "custom", message: "not_an_option" });
  });

export const arrange = (config: MaxdiffConfig, random: Random): MaxdiffConfig => {
  if (config.items.length < config.perTask) return { ...config, shown: [] };
  const design = designOf(config);
  return { ...config, shown: design[nextInt(random, 0, design.length - 1)] };
};
