// Tracking numbers come back from the courier as CSV. The whole file is understood first: one line that is not, and nothing of it is taken over.
import { and, eq, inArray } from "drizzle-orm";
import { parse } from "csv-parse/sync";
import { inTransaction, type Context } from "~/core/context";
import { after, dayInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { addresses, parcels, participants } from "~db/schema/index";
import { authorizeFulfilment } from "./fulfilment.server";
import type { ParcelState } from "./parcel";

export type TrackingProblem = {
  /** Line of the file, the header being the first; 0 for the file as a whole. */
  line: number;
  parcel: string;
  reason:
    "unknown_parcel" | "not_packed" | "twice" | "no_number" | "other_number" | "already_received" | "unknown_status" | "no_columns" | "not_csv" | "too_long";
};
export type TrackingOutcome = { problems: TrackingProblem[]; sent: number; delivered: number; returned: number };

const mostLines = 5000;
const columns = ["parcel", "courier", "tracking_number"] as const;
const statuses = ["", "sent", "delivered", "returned"] as const;
type Status = (typeof statuses)[number];
type Line = { line: number; parcel: string; courier: string; number: string; status: string };

const read = (text: string): Line[] | TrackingProblem["reason"] => {
  let rows: string[][];
  try {
    const [head = ""] = text.split(/\r?\n/, 1);
    const delimiter = (head.match(/;/g)?.length ?? 0) > (head.match(/,/g)?.length ?? 0) ? ";" : ",";
    rows = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    return "not_csv";
  }
  const header = (rows[0] ?? []).map((name) => name.toLowerCase().replaceAll(" ", "_"));
  if (columns.some((name) => !header.includes(name))) return "no_columns";
  if (rows.length - 1 > mostLines) return "too_long";
  // A spreadsheet puts an apostrophe before what it might take for a formula.
  const cell = (row: string[], name: string) => (row[header.indexOf(name)] ?? "").replace(/^'/, "").trim().slice(0, 60);
  return rows.slice(1).map((row, index) => ({
    line: index + 2,
    parcel: cell(row, "parcel"),
    courier: cell(row, "courier"),
    number: cell(row, "tracking_number"),
    status: header.includes("status") ? cell(row, "status").toLowerCase() : "",
  }));
};

type Known = { participantId: number; id: number; state: ParcelState; trackingNumber: string };

const problemOf = (line: Line, parcel: Known | undefined, isFirst: boolean): TrackingProblem["reason"] | null => {
  if (!parcel) return "unknown_parcel";
  if (!isFirst) return "twice";
  if (!(statuses as readonly string[]).includes(line.status)) return "unknown_status";
  if (parcel.state === "waiting") return "not_packed";
  if (line.number === "" && parcel.trackingNumber === "") return "no_number";
  if (parcel.trackingNumber !== "" && line.number !== "" && parcel.trackingNumber !== line.number && parcel.state !== "packed") return "other_number";
  return line.status === "returned" && parcel.state === "received" ? "already_received" : null;
};

/** `dryRun` looks only. With a problem nothing is written, and every problem is named with its line. Reading the same file twice changes nothing. */
export const importTracking = async (ctx: Context, input: { trialId: number; text: string; dryRun?: boolean }): Promise<TrackingOutcome> => {
  await authorizeFulfilment(ctx, input.trialId);
  const lines = read(input.text);
  const nothing = { sent: 0, delivered: 0, returned: 0 };
  if (typeof lines === "string") return { problems: [{ line: 0, parcel: "", reason: lines }], ...nothing };
  return inTransaction(ctx, async (inner) => {
    const rows = await inner.db
      .select({ participantId: parcels.participantId, id: parcels.id, state: parcels.state, trackingNumber: parcels.trackingNumber })
      .from(parcels)
      .innerJoin(participants, eq(participants.id, parcels.participantId))
      .where(and(eq(participants.trialId, input.trialId), inArray(participants.state, ["accepted", "active", "complete"])))
      .orderBy(parcels.id)
      .for("update", { of: parcels });
    const byNumber = new Map(rows.map((row) => [String(row.participantId), row]));
    const seen = new Set<string>();
    const problems = lines.flatMap((line): TrackingProblem[] => {
      const reason = problemOf(line, byNumber.get(line.parcel), !seen.has(line.parcel));
      seen.add(line.parcel);
      return reason ? [{ line: line.line, parcel: line.parcel, reason }] : [];
    });
    const outcome = { problems, ...nothing };
    if (problems.length > 0 || input.dryRun) return outcome;
    for (const line of lines) {
      const parcel = byNumber.get(line.parcel);
      if (parcel) outcome[await carryOut(inner, input.trialId, parcel, line)] += 1;
    }
    return outcome;
  });
};

/** What one line does; a state only ever moves forward. */
const carryOut = async (ctx: Context, trialId: number, parcel: Known, line: Line): Promise<"sent" | "delivered" | "returned"> => {
  const subject = { kind: "parcel", id: parcel.id };
  const data = { trialId, participantId: parcel.participantId };
  const status = line.status as Status;
  if (parcel.state === "packed") {
    await ctx.db.update(parcels).set({ state: "sent", sentAt: ctx.now, courier: line.courier, trackingNumber: line.number }).where(eq(parcels.id, parcel.id));
    await record(ctx, { kind: "parcel.sent", subject, data });
  }
  if (status === "delivered" && (parcel.state === "packed" || parcel.state === "sent")) {
    await ctx.db
      .update(parcels)
      .set({ deliveredAt: ctx.now })
      .where(and(eq(parcels.id, parcel.id), eq(parcels.state, "sent")));
    await ctx.db
      .update(addresses)
      .set({ deleteAfter: after(ctx.now, 30 * dayInMs) })
      .where(eq(addresses.participantId, parcel.participantId));
    await record(ctx, { kind: "parcel.delivered", subject, data });
  }
  if (status === "returned" && parcel.state !== "returned") {
    await ctx.db.update(parcels).set({ state: "returned", returnedAt: ctx.now, deliveredAt: null }).where(eq(parcels.id, parcel.id));
    await record(ctx, { kind: "parcel.returned", subject, data });
  }
  return status === "" ? "sent" : status;
};
