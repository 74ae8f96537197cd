// What every use case is given: who asks, when, in which language, and a connection or transaction to work on.
import type { Database } from "~db/client.server";
import type { Locale } from "./locale";

export const roles = ["member", "moderator", "product_manager", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Somebody who is signed in. */
export type PersonActor = {
  kind: "person";
  id: number;
  role: Role;
  displayName: string;
  /** Product teams this person belongs to; they decide which products a product manager sees. */
  teamIds: readonly number[];
  /** False until the address in `people.email` has been confirmed; unverified people may read but not vote or write. */
  emailVerified: boolean;
  sessionId: string;
};
export type Visitor = { kind: "visitor" };
/** The house itself: jobs, the command line, seeds. It may do everything. */
export type System = { kind: "system"; name: string };
export type Actor = PersonActor | Visitor | System;

export type Context<A extends Actor = Actor> = {
  db: Database;
  /** A second connection that sees the database at the same moment, where there is one: what is large is read by both. */
  beside?: Database;
  actor: A;
  now: Date;
  locale: Locale;
};

/** Runs `work` on one transaction; inside an open transaction it becomes a savepoint. */
export const inTransaction = <A extends Actor, T>(ctx: Context<A>, work: (ctx: Context<A>) => Promise<T>): Promise<T> =>
  ctx.db.transaction((tx) => work({ ...ctx, db: tx as unknown as Database }));

export const visitor: Visitor = { kind: "visitor" };
export const system = (name: string): System => ({ kind: "system", name });
export const actorId = (actor: Actor): number | null => (actor.kind === "person" ? actor.id : null);
export const isStaff = (actor: Actor): boolean => actor.kind === "system" || (actor.kind === "person" && actor.role !== "member");
