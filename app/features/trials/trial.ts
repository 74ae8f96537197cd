// The rules of trials that need neither database nor clock.
import type { LocalizedText } from "~/core/locale";
import type { DrawReason } from "~/statistics/allocation";

export const trialStates = ["draft", "recruiting", "fieldwork", "analysis", "reported", "closed", "cancelled"] as const;
export type TrialState = (typeof trialStates)[number];

const next: Record<TrialState, readonly TrialState[]> = {
  draft: ["recruiting", "cancelled"],
  recruiting: ["fieldwork", "cancelled"],
  fieldwork: ["analysis", "cancelled"],
  analysis: ["reported"],
  reported: ["closed"],
  closed: [],
  cancelled: [],
};

export const mayMoveTo = (from: TrialState, to: TrialState): boolean => next[from].includes(to);
export const nextStates = (from: TrialState): readonly TrialState[] => next[from];

/** The key from blind code to prototype may be read by the team once the data are locked; until then only through `reveal-codes`. */
export const isUnblinded = (state: TrialState): boolean => state === "analysis" || state === "reported" || state === "closed";
/** People can be drawn and can accept. */
export const takesPeople = (state: TrialState): boolean => state === "recruiting" || state === "fieldwork";

export const designs = ["monadic", "sequential_monadic", "incomplete_blocks", "paired"] as const;
export type Design = (typeof designs)[number];
/** In a paired comparison one questionnaire is answered about both prototypes together, in every other design one about each. */
export const isPaired = (design: Design): boolean => design === "paired";
/** How many prototypes one person tries. */
export const perPersonIn = (design: Design, wanted: number): number => (design === "monadic" ? 1 : design === "paired" ? 2 : wanted);

export const choosings = ["draw", "first_come"] as const;
export type Choosing = (typeof choosings)[number];

export const trialEvents = ["moved", "paused", "resumed", "extended", "reopened"] as const;
export type TrialEvent = (typeof trialEvents)[number];

/** Why somebody was offered a place, or waits, where whoever comes first is served first. */
export type OfferReason = { kind: "first_come"; cellId: number; held: number; target: number } | { kind: "cells_full" } | { kind: "no_cell_fits" };

/** Visible to members: everything that has been launched and was not cancelled. */
export const publicTrialStates = ["recruiting", "fieldwork", "analysis", "reported", "closed"] as const satisfies readonly TrialState[];

/** Who belongs in a quota cell: every listed fact has one of its values. An empty list means everyone. */
export type CellRule = { all: { fact: string; values: string[] }[] };

/** What must be true for a go, written down before fieldwork. */
export type ActionStandard = {
  id: string;
  level: "must" | "should";
  metric: "mean" | "top_two_box" | "jar_penalties";
  /** Key of the question it looks at; for `jar_penalties` the overall liking question. */
  questionKey: string;
  prototypeId: number;
  against: { kind: "value"; value: number } | { kind: "prototype"; prototypeId: number; /** In scale points, or as a part of one. */ margin?: number };
  /**
   * `at_least` compares the estimate, `at_least_surely` the lower bound, `superior` tests against another prototype, `at_most` counts.
   * `not_inferior` and `equivalent` test that another prototype is not better, or neither better nor worse, by more than the margin.
   */
  test: "at_least" | "at_least_surely" | "superior" | "not_inferior" | "equivalent" | "at_most";
};

/** Everything that went into a draw and what came out of it: enough to replay and to explain it. */
export type AllocationLog = {
  algorithm: string;
  /** Cells as they stood before: `taken` counts accepted places and open offers. */
  cells: { id: number; target: number; taken: number }[];
  /** One line per applicant, in the order drawn. */
  entries: { applicationId: number; cellIds: number[]; drawNumber: number; cellId: number | null; outcome: "chosen" | "waiting"; reason: DrawReason }[];
};

/** What a fact about the respondents of an imported study is called, and its values in the order they are shown. */
export type ImportedFact = { fact: string; label: LocalizedText; values: { value: string; label: LocalizedText }[] };

export type ImportSource = {
  title: string;
  attribution: string;
  licence: string;
  importedAt: string;
  rows: number;
  note?: LocalizedText;
  facts?: ImportedFact[];
};
