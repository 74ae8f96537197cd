import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { allocationSlots, participants, profileFacts, quotaCells } from "~db/schema/index";
import type { Database } from "~db/client.server";
import type { PersonActor } from "~/core/context";
import { createPerson } from "../../../tests/support/cast";
import { noon, rolledBack } from "../../../tests/support/database";
import { accept, apply, createDraft, send } from "../../../tests/support/trials";
import { drawWave } from "./draw-wave.server";
import { getDesign } from "./design.server";
import { dropParticipant } from "./leave-trial.server";
import { moveTrial } from "./move-trial.server";
import { contextFor } from "../../../tests/support/database";

const both = (text: string) => ({ en: text, id: text });

/** A launched pair with three places for women and two for men, and people of both. */
const begin = async (db: Database) => {
  const made = await createDraft(db, { design: "paired", places: 5 });
  const cells = await db
    .insert(quotaCells)
    .values(
      [
        { value: "female", target: 3 },
        { value: "male", target: 2 },
      ].map(({ value, target }) => ({ trialId: made.trialId, name: both(value), rule: { all: [{ fact: "sex", values: [value] }] }, target })),
    )
    .returning();
  await moveTrial(made.rianCtx, { trialId: made.trialId, to: "recruiting", reason: "" });
  const people: PersonActor[] = [];
  for (const [number, value] of ["male", "female", "female", "male", "female", "female", "male"].entries()) {
    const person = await createPerson(db, `${value} ${number}`);
    await db.insert(profileFacts).values({ personId: person.id, fact: "sex", value, updatedAt: noon });
    people.push(person);
  }
  return { ...made, cells, people };
};

const ordersIn = async (db: Database, cellId: number) =>
  (
    await db
      .select({ order: allocationSlots.prototypeIds, cellId: allocationSlots.cellId })
      .from(allocationSlots)
      .innerJoin(participants, eq(participants.id, allocationSlots.participantId))
      .where(and(eq(participants.cellId, cellId), inArray(participants.state, ["accepted", "active", "complete"])))
  ).map(({ order, cellId: planned }) => ({ order: order.join(" "), planned }));

const lead = (orders: { order: string }[]) => {
  const first = orders[0]?.order;
  return Math.abs(2 * orders.filter(({ order }) => order === first).length - orders.length);
};

describe("the next order of presentation", () => {
  it(
    "is the next of one's own cell, so that orders are balanced among the people of each cell, and stay so when somebody drops out",
    rolledBack(async (db) => {
      const { trialId, rianCtx, cells, people, maya, dewi } = await begin(db);
      for (const person of people) await apply(db, person, trialId);
      await drawWave(rianCtx, { trialId, places: 5 });
      const joined: { person: PersonActor; participantId: number }[] = [];
      const acceptAll = async () => {
        for (const person of people) {
          const participantId = await accept(db, person, trialId).then(
            (outcome) => outcome.participantId,
            () => null,
          );
          if (participantId !== null && !joined.some((each) => each.participantId === participantId)) joined.push({ person, participantId });
        }
      };
      await acceptAll();
      expect(joined).toHaveLength(5);
      const check = async () => {
        for (const cell of cells) {
          const orders = await ordersIn(db, cell.id);
          expect(orders).toHaveLength(cell.target);
          expect(orders.every(({ planned }) => planned === cell.id)).toBe(true);
          expect(lead(orders)).toBe(cell.target % 2);
        }
      };
      await check();

      const women = await db.select().from(participants).where(eq(participants.cellId, cells[0]!.id));
      await send(db, { maya, dewi }, trialId, women[0]!.id);
      await dropParticipant(contextFor(db, maya), { trialId, participantId: women[0]!.id });
      await drawWave(rianCtx, { trialId, places: 1 });
      await acceptAll();
      await check();
      expect((await getDesign(rianCtx, trialId)).replaced).toBe(1);
    }),
  );
});
