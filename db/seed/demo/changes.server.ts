// "You said, we did": published one by one over the last two months.
import { createChange } from "../../../app/features/reports/changes/write-change.server";
import { publishChange } from "../../../app/features/reports/changes/publish-change.server";
import { demoChanges } from "../texts/changes";
import { productId, type DemoShelf } from "./products.server";
import { asHouse, dayAt, type Stage } from "./stage.server";

/** The first day of the month so many months before the demo is loaded, as a step names it: 2026-03. */
const monthBefore = (stage: Stage, months: number): string =>
  new Date(Date.UTC(stage.loadedAt.getUTCFullYear(), stage.loadedAt.getUTCMonth() - months, 1)).toISOString().slice(0, 7);

/** By the house itself, because the voices count homes and questionnaires that the sample does not hold. */
export const seedChanges = async (stage: Stage, shelf: DemoShelf, ideas: ReadonlyMap<string, number>): Promise<void> => {
  const byAge = demoChanges.toSorted((one, other) => other.publishedDaysAgo - one.publishedDaysAgo);
  for (const change of byAge) {
    const { title, said, did, quote, voices } = change;
    const steps = change.steps.map(({ label, monthsAgo }) => ({ label, on: monthBefore(stage, monthsAgo) }));
    const ideaIds = change.ideas.map((key) => ideas.get(key) as number);
    const input = { productId: productId(shelf, change.product), title, said, did, quote, voices, steps, ideaIds };
    const changeId = await createChange(asHouse(stage, dayAt(stage, change.publishedDaysAgo + 1, 15.3)), input);
    await publishChange(asHouse(stage, dayAt(stage, change.publishedDaysAgo, 9.2 + (voices % 7))), changeId);
  }
};
