// `recompute <trial> <version>` on the command line: prints both fingerprints of a published version, and ends with 1 where it comes out otherwise.
import { system, type Context } from "~/core/context";
import { database } from "~/platform/database.server";
import { recomputeVersion, type Recomputed } from "./recompute-version.server";

const usage = "Usage: recompute <trial> <version>, both as numbers";

const sayings: Record<Recomputed["outcome"], string> = {
  same: "The same bytes: this version can be made again from the answers.",
  answers_changed: "The answers are no longer those that the version was made from.",
  differs: "The answers are the same, but the version comes out otherwise.",
  older: "This version is older than the record of what versions are made from.",
};

export const recomputeCommand = async (args: string[]): Promise<void> => {
  if (args.length !== 2 || args.some((each) => !/^[1-9]\d{0,8}$/.test(each))) throw new Error(usage);
  const [trialId, number] = args.map(Number) as [number, number];
  const ctx: Context = { db: database(), actor: system("recompute"), now: new Date(), locale: "en" };
  const { outcome, softwareVersion, dataHash, bytes, differing } = await recomputeVersion(ctx, { trialId, number });
  console.log(`Published by version ${softwareVersion} of the software.`);
  console.log(`Answers    ${dataHash.published}  published\n           ${dataHash.now ?? "not computed"}  now`);
  console.log(`Content    ${bytes.published}  published\n           ${bytes.now ?? "not computed"}  now`);
  if (differing.length > 0) console.log(`Blocks that differ: ${differing.join(", ")}. Votes, codes, quotations and long computations may have changed since.`);
  if (outcome !== "same") throw new Error(sayings[outcome]);
  console.log(sayings[outcome]);
};
