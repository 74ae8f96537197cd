// A published version may be read by somebody without an account: by a link that ends, that can be taken back at once, and that says who opened it when.
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { reports, reportShares, reportVersions } from "~db/schema/index";
import { findTrialFacts } from "../data.server";
import { getVersion } from "../queries.server";

/** The link is kept as its hash: whoever reads the database cannot open it. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

export type NewShare = { trialId: number; number: number; note: string; days: number };

/** The one time that the token of the link is known. */
export const shareVersion = async (ctx: Context, { trialId, number, note, days }: NewShare): Promise<{ id: number; token: string }> => {
  const { trial, version } = await getVersion(ctx, trialId, number);
  authorize(ctx.actor, "share-report", { teamId: trial.teamId });
  const token = randomBytes(32).toString("base64url");
  return inTransaction(ctx, async (inner) => {
    const [row] = await inner.db
      .insert(reportShares)
      .values({
        reportVersionId: version.id,
        tokenHash: hashOfToken(token),
        note,
        createdBy: actorId(ctx.actor),
        createdAt: ctx.now,
        endsAt: after(ctx.now, days * dayInMs),
      })
      .returning({ id: reportShares.id });
    if (!row) throw new Error("The link was not kept");
    await record(inner, { kind: "report.shared", subject: { kind: "report_share", id: row.id }, data: { trialId, number, days } });
    return { id: row.id, token };
  });
};

/** From this moment on the link opens nothing. Taking back twice is taking back once. */
export const revokeShare = async (ctx: Context, shareId: number): Promise<{ trialId: number; number: number }> => {
  authorize(ctx.actor, "enter-workshop", null);
  const [found] = await ctx.db
    .select({ trialId: reports.trialId, number: reportVersions.number })
    .from(reportShares)
    .innerJoin(reportVersions, eq(reportVersions.id, reportShares.reportVersionId))
    .innerJoin(reports, eq(reports.id, reportVersions.reportId))
    .where(eq(reportShares.id, shareId));
  if (!found) throw new NotFound("link");
  const trial = await findTrialFacts(ctx, found.trialId);
  authorize(ctx.actor, "see-report", { teamId: trial.teamId });
  authorize(ctx.actor, "share-report", { teamId: trial.teamId });
  await inTransaction(ctx, async (inner) => {
    const revoked = await inner.db
      .update(reportShares)
      .set({ revokedAt: ctx.now, revokedBy: actorId(ctx.actor) })
      .where(and(eq(reportShares.id, shareId), isNull(reportShares.revokedAt)))
      .returning({ id: reportShares.id });
    if (revoked.length > 0) await record(inner, { kind: "report.share_revoked", subject: { kind: "report_share", id: shareId }, data: found });
  });
  return found;
};
