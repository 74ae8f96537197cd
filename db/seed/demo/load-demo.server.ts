// The demo community, played through the use cases as if it had happened. Loading it a second time does nothing.
import { eq, sql } from "drizzle-orm";
import type { Database } from "../../client.server";
import { settings } from "../../schema/index";
import { seedCapTrial } from "./cap-trial.server";
import { seedCarrots } from "./carrots.server";
import { seedChanges } from "./changes.server";
import { seedCrispsReport } from "./crisps-report.server";
import { seedCrispsTrial } from "./crisps-trial.server";
import { seedIdeas } from "./ideas.server";
import { seedPeople } from "./people.server";
import { seedProducts } from "./products.server";
import { lastEvents, quietOldNews } from "./quiet-old-news.server";
import { seedShampooTrial } from "./shampoo-trial.server";
import { seedSnackStudies } from "./snack-studies.server";
import { seedStances } from "./stances.server";
import { playTimeline, withoutSavepoints, type Stage } from "./stage.server";

const loadedKey = "demo.loaded_at";

/** True when it was loaded now, false when it was there. All or nothing: a demo that was cut short is loaded again from the start. */
export const loadDemo = async (db: Database, loadedAt: Date): Promise<boolean> =>
  db.transaction(async (tx) => {
    const stage: Stage = { db: withoutSavepoints(tx as unknown as Database), loadedAt, people: new Map(), timeline: [] };
    await stage.db.execute(sql`select pg_advisory_xact_lock(7318206)`);
    const [loaded] = await stage.db.select().from(settings).where(eq(settings.key, loadedKey));
    if (loaded) return false;
    const before = await lastEvents(stage.db);
    const teams = await seedPeople(stage);
    const ideas = await seedIdeas(stage);
    const shelf = seedProducts(stage, teams);
    seedStances(stage);
    seedSnackStudies(stage, teams);
    seedCrispsReport(stage, shelf, seedCrispsTrial(stage, shelf));
    seedCarrots(stage);
    seedShampooTrial(stage, shelf);
    seedCapTrial(stage, shelf);
    seedChanges(stage, shelf, ideas);
    await playTimeline(stage);
    await quietOldNews(stage, before);
    await stage.db.insert(settings).values({ key: loadedKey, value: loadedAt.toISOString(), updatedAt: loadedAt });
    return true;
  });
