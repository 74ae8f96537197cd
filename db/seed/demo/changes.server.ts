// "You said, we did": published one by one over the last two months.
import { createChange } from "../../../app/features/reports/changes/write-change.server";
import { publishChange } from "../../../app/features/reports/changes/publish-change.server";
import { demoChanges } from "../texts/changes";
import { productId, type DemoShelf } from "./products.server";
import { asHouse, dayAt, schedule, type Stage } from "./stage.server";

/** The first day of the month so many months before the demo is loaded, as a step names it: 2026-03. */
export const monthBefore = (stage: Stage, months: number): string =>
  new Date(Date.UTC(stage.loadedAt.getUTCFullYear(), stage.loadedAt.getUTCMonth() - months, 1)).toISOString().slice(0, 7);

/** By the house itself, because the voices count homes and questionnaires that the sample does not hold. */
export const seedChanges = (stage: Stage, shelf: DemoShelf, ideas: ReadonlyMap<string, number>): void => {
  for (const change of demoChanges) {
    const { title, said, did, quote, voices } = change;
    const steps = change.steps.map(({ label, monthsAgo }) => ({ label, on: monthBefore(stage, monthsAgo) }));
    const writtenAt = dayAt(stage, change.publishedDaysAgo + 1, 13.3 + (voices % 5));
    const publishedAt = dayAt(stage, change.publishedDaysAgo, 9.2 + (voices % 7) * 1.1);
    let changeId = 0;
    const write = async () => {
      const ideaIds = change.ideas.map((key) => ideas.get(key) as number);
      const input = { productId: productId(shelf, change.product), title, said, did, quote, voices, steps, ideaIds };
      changeId = await createChange(asHouse(stage, writtenAt), input);
    };
    schedule(stage, writtenAt, write);
    schedule(stage, publishedAt, () => publishChange(asHouse(stage, publishedAt), changeId));
  }
};
