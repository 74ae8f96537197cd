// Which prototypes a trial tests, each under its blind code. The codes follow from the seed, so writing them again changes nothing.
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "~/core/context";
import { Invalid } from "~/core/errors";
import { prototypes, trialPrototypes } from "~db/schema/index";
import { planCodes } from "./plan";
import { seedFor } from "./seeds.server";

export const writeTrialPrototypes = async (
  ctx: Context,
  input: { trialId: number; productId: number; prototypeIds: readonly number[]; seed: string },
): Promise<void> => {
  const wanted = [...new Set(input.prototypeIds)];
  await ctx.db.delete(trialPrototypes).where(eq(trialPrototypes.trialId, input.trialId));
  if (wanted.length === 0) return;
  const own = await ctx.db
    .select({ id: prototypes.id })
    .from(prototypes)
    .where(and(eq(prototypes.productId, input.productId), inArray(prototypes.id, wanted)));
  if (own.length !== wanted.length) throw new Invalid({ prototypeIds: { key: "not_understood" } });
  const codes = planCodes(wanted, seedFor(input.seed, "codes"));
  await ctx.db.insert(trialPrototypes).values([...codes].map(([prototypeId, code]) => ({ trialId: input.trialId, prototypeId, code })));
};
