// The nightly proof that counts agree with the facts they count. It changes nothing: a difference is a bug to be found, not a number to be mended.
import { findVoteDifferences } from "~/features/ideas/prove-votes.server";
import { system, type Context } from "~/core/context";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { findCommentDifferences } from "./prove-counts.server";

export const proveCounts = async (): Promise<void> => {
  const ctx: Context = { db: database(), actor: system("prove-counts"), now: new Date(), locale: "id" };
  const votes = await findVoteDifferences(ctx);
  const comments = await findCommentDifferences(ctx);
  if (votes.length + comments.length === 0) return log.info("counts of votes and comments agree");
  log.error(
    { votes: votes.slice(0, 20), comments: comments.slice(0, 20), differences: votes.length + comments.length },
    "stored counts differ from what they count",
  );
};
