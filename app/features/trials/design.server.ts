// The design of a trial as it will be, before anybody is invited, and as it has become. Prototypes appear by their blind codes only.
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Context } from "~/core/context";
import { allocationSlots, participants, trialPrototypes, trials } from "~db/schema/index";
import { plannedSlots } from "./launch.server";
import { balanceOf, unevennessOf } from "./plan";
import { getTrialToRun, listQuotaCells, type TrialToRun } from "./queries.server";

const inByCode = (orders: readonly (readonly number[])[], codes: ReadonlyMap<number, string>) => {
  const ids = [...codes.keys()];
  const { position, carryOver } = balanceOf(orders, ids);
  const code = (prototypeId: number) => codes.get(prototypeId) ?? "";
  return {
    places: orders.length,
    position: position.map(({ prototypeId, counts }) => ({ code: code(prototypeId), counts })).toSorted((one, other) => one.code.localeCompare(other.code)),
    carryOver: carryOver.map(({ previousId, prototypeId, count }) => ({ previous: code(previousId), code: code(prototypeId), count })),
    unevenness: unevennessOf(orders, ids),
  };
};

/** What the launch would plan now, without the reserve; a trial without quotas is one cell. */
const draftOrders = async (ctx: Context, trial: TrialToRun & { seed: string }, prototypeIds: readonly number[]) => {
  const cells = await listQuotaCells(ctx, trial.id);
  const sizes = cells.length > 0 ? cells : [{ id: 0, target: trial.places }];
  const places = sizes.reduce((sum, { target }) => sum + target, 0);
  return plannedSlots(trial, prototypeIds, sizes)
    .slice(0, places)
    .map((slot) => slot.prototypeIds);
};

/** Before the launch what would be planned now, after it what was; beside it the orders of those who take part or have finished. */
export const getDesign = async (ctx: Context, trialId: number) => {
  const trial = await getTrialToRun(ctx, trialId);
  const key = await ctx.db.select().from(trialPrototypes).where(eq(trialPrototypes.trialId, trialId));
  const codes = new Map(key.map(({ prototypeId, code }) => [prototypeId, code]));
  if (trial.state === "draft") {
    const [row] = await ctx.db.select({ seed: trials.seed }).from(trials).where(eq(trials.id, trialId));
    const orders = codes.size === 0 ? [] : await draftOrders(ctx, { ...trial, seed: row?.seed ?? "" }, [...codes.keys()]);
    return { planned: inByCode(orders, codes), taken: null, replaced: 0 };
  }
  const planned = await ctx.db
    .select({ order: allocationSlots.prototypeIds, sequence: allocationSlots.sequence, replacesId: allocationSlots.replacesId })
    .from(allocationSlots)
    .where(eq(allocationSlots.trialId, trialId))
    .orderBy(asc(allocationSlots.sequence));
  const taken = await ctx.db
    .select({ order: allocationSlots.prototypeIds })
    .from(allocationSlots)
    .innerJoin(participants, eq(participants.id, allocationSlots.participantId))
    .where(
      and(eq(allocationSlots.trialId, trialId), isNotNull(allocationSlots.participantId), inArray(participants.state, ["accepted", "active", "complete"])),
    );
  return {
    planned: inByCode(
      planned.filter(({ sequence, replacesId }) => replacesId === null && sequence <= trial.places).map(({ order }) => order),
      codes,
    ),
    taken: inByCode(
      taken.map(({ order }) => order),
      codes,
    ),
    replaced: planned.filter(({ replacesId }) => replacesId !== null).length,
  };
};
