import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { system, visitor, type Actor } from "~/core/context";
import { products, teams } from "~db/schema/index";
import { createCast, createPerson } from "../../tests/support/cast";
import { noon, rolledBack } from "../../tests/support/database";
import { can } from "./can";
import { whereWorksOnTeam } from "./teams.server";

describe("whereWorksOnTeam", () => {
  it(
    "lists exactly the products that the rule lets each kind of person manage",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const [other] = await db.insert(teams).values({ name: "Snacks" }).returning();
      const nobodysManager = await createPerson(db, "Tono", "product_manager");
      const actors: Actor[] = [cast.sari, cast.maya, cast.rian, cast.dewi, nobodysManager, visitor, system("test")];
      for (const teamId of [cast.teamId, other!.id]) {
        const empty = { en: "", id: "" };
        const [product] = await db.insert(products).values({ teamId, name: empty, description: empty, createdAt: noon }).returning();
        for (const actor of actors) {
          const rows = await db.select().from(products).where(whereWorksOnTeam(actor, products.teamId));
          const isListed = rows.some((row) => row.id === product!.id);
          expect(isListed, `${actor.kind === "person" ? actor.displayName : actor.kind} and team ${teamId}`).toBe(can(actor, "manage-product", { teamId }));
        }
        await db.delete(products).where(eq(products.id, product!.id));
      }
    }),
  );
});
