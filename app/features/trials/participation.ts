// Where a participant stands, and the one thing that comes next.
import type { LocalizedText } from "~/core/locale";
import { dayInMs } from "~/core/time";
import type { ParcelState } from "~/features/parcels/parcel";
import { isPaired, type Design } from "./trial";

export const participantStates = ["accepted", "active", "complete", "dropped", "withdrawn", "excluded"] as const;
export type ParticipantState = (typeof participantStates)[number];

export type Task = {
  /** Place in the order of presentation, from 1. */
  position: number;
  /** The blind codes it is about: one, or both of a pair in the order of presentation. */
  codes: string[];
  state: "later" | "open" | "done";
  responseId: number | null;
  answered: number;
};

export type NextStep =
  | { kind: "parcel_waiting" }
  | { kind: "parcel_packed" }
  | { kind: "parcel_returned" }
  | { kind: "confirm_receipt" }
  | { kind: "answer"; position: number; started: boolean }
  | { kind: "complete" }
  | { kind: "ended" };

type Facts = {
  state: ParticipantState;
  parcel: ParcelState | null;
  tasks: readonly Pick<Task, "position" | "state" | "answered">[];
};

/** The next thing that has to happen for this participant. */
export const nextStepOf = ({ state, parcel, tasks }: Facts): NextStep => {
  if (state === "complete") return { kind: "complete" };
  if (state !== "accepted" && state !== "active") return { kind: "ended" };
  if (parcel === "returned") return { kind: "parcel_returned" };
  if (parcel === "waiting" || parcel === null) return { kind: "parcel_waiting" };
  if (parcel === "packed") return { kind: "parcel_packed" };
  if (parcel === "sent") return { kind: "confirm_receipt" };
  const open = tasks.find((task) => task.state !== "done");
  return open ? { kind: "answer", position: open.position, started: open.answered > 0 } : { kind: "complete" };
};

type Prepared = { prototypeId: number | null; codes: string[] };
type Filled = { prototypeId: number | null; id: number; state: "open" | "submitted"; answered: number };

/** What a person is asked about, in order: each prototype by itself, or both of a pair in one questionnaire under both codes. */
export const askedAbout = (design: Design, order: readonly number[], codeOf: (prototypeId: number) => string): Prepared[] =>
  isPaired(design) && order.length > 0
    ? [{ prototypeId: null, codes: order.map(codeOf) }]
    : order.map((prototypeId) => ({ prototypeId, codes: [codeOf(prototypeId)] }));

/** The questionnaires of a participant in the order of presentation. One is open at most: the first that is not submitted, once it was started. */
export const tasksOf = (order: readonly Prepared[], responses: readonly Filled[]): Task[] =>
  order.map(({ prototypeId, codes }, index) => {
    const response = responses.find((candidate) => candidate.prototypeId === prototypeId);
    return {
      position: index + 1,
      codes,
      state: response === undefined ? "later" : response.state === "submitted" ? "done" : "open",
      responseId: response?.id ?? null,
      answered: response?.answered ?? 0,
    };
  });

/** Overdue: a parcel that nobody confirmed for five days, or a questionnaire that is open three days before the end. */
export const isLate = (next: NextStep, facts: { now: Date; sentAt: Date | null; deadline: Date | null }): boolean => {
  const { now, sentAt, deadline } = facts;
  if (next.kind === "confirm_receipt") return sentAt !== null && now.getTime() - sentAt.getTime() > 5 * dayInMs;
  return next.kind === "answer" && deadline !== null && deadline.getTime() - now.getTime() < 3 * dayInMs;
};

/** A participant on the fieldwork board, and what comes next for them. */
export type BoardRow = {
  id: number;
  number: number;
  /** Null for whoever may not see names. */
  name: string | null;
  state: ParticipantState;
  cellName: LocalizedText | null;
  done: number;
  total: number;
  /** What the open questionnaire is about. */
  currentCodes: string[];
  step: NextStepKind;
  isStarted: boolean;
  isLate: boolean;
  sentAt: Date | string | null;
};

/** Those who wait for somebody first, then those who have something to do, then those who are done. */
export const nextStepKinds = [
  "parcel_returned",
  "parcel_waiting",
  "parcel_packed",
  "confirm_receipt",
  "answer",
  "complete",
  "ended",
] as const satisfies readonly NextStep["kind"][];
export type NextStepKind = (typeof nextStepKinds)[number];
