/**
 * Who gets a place: a seeded draw of applicants into quota cells, in which everybody has the same chance within the rules and
 * every decision can be explained and replayed.
 */
import { at, byCodeUnit, requireCount } from "./checks";
import { createRandom, RANDOM_ALGORITHM, shuffle, type Seed } from "./random";

export type Applicant = {
  readonly id: string;
  /** Cells this person may fill; one place in one of them is enough. Empty when the person fits none. */
  readonly cellIds: readonly string[];
};

export type QuotaCell = {
  readonly id: string;
  /** Places the cell may hold in all. */
  readonly target: number;
  /** Places already held by others. */
  readonly taken: number;
};

export type DrawRequest = {
  readonly applicants: readonly Applicant[];
  readonly cells: readonly QuotaCell[];
  /** Most people this draw may choose, over all cells. */
  readonly places: number;
  readonly seed: Seed;
};

export type DrawReason =
  /** Chosen: this was the emptiest of the open cells the person fits, by share of its target held at that moment. */
  | { readonly kind: "emptiest-open-cell"; readonly held: number; readonly target: number }
  /** Chosen: all cells of this person were full, but somebody already drawn fits another cell too and moved there. */
  | { readonly kind: "opened-by-moves"; readonly moves: readonly Move[] }
  /** Waiting: all places of this draw had gone to people drawn earlier. */
  | { readonly kind: "no-places-left" }
  /** Waiting: every cell this person fits is full. */
  | { readonly kind: "cells-full"; readonly cellIds: readonly string[] }
  /** Waiting: this person fits no cell. */
  | { readonly kind: "no-cell-fits" };

export type Move = { readonly applicantId: string; readonly fromCellId: string; readonly toCellId: string };

export type DrawLogLine = {
  readonly applicantId: string;
  /** 1 is drawn first. */
  readonly drawNumber: number;
  readonly outcome: "chosen" | "waiting";
  /** The cell at the end of the draw; null when waiting. */
  readonly cellId: string | null;
  readonly reason: DrawReason;
};

export type Draw = {
  readonly algorithm: string;
  /** In the order drawn. */
  readonly chosen: readonly { readonly applicantId: string; readonly cellId: string }[];
  /** In the order drawn, which is the order in which freed places should be offered. */
  readonly waiting: readonly { readonly applicantId: string; readonly reason: DrawReason }[];
  /** One line per applicant, in the order drawn. */
  readonly log: readonly DrawLogLine[];
  /** Cells after the draw, sorted by id. */
  readonly cells: readonly { readonly id: string; readonly target: number; readonly held: number }[];
};

type Cell = {
  readonly id: string;
  readonly target: number;
  held: number;
  /** People of this draw in the cell, in the order they came. */
  readonly occupants: Set<Entrant>;
  /** No chain of moves out of this cell reaches an open one; once true it stays true. */
  isClosed: boolean;
};

type Entrant = { readonly id: string; readonly cells: readonly Cell[]; cell: Cell | null };

function prepareCells(cells: readonly QuotaCell[]): Map<string, Cell> {
  const prepared = new Map<string, Cell>();
  for (const { id, target, taken } of [...cells].sort((one, other) => byCodeUnit(one.id, other.id))) {
    requireCount(target, `target of ${id}`);
    requireCount(taken, `taken of ${id}`);
    if (prepared.has(id)) throw new RangeError(`two cells are called ${id}`);
    prepared.set(id, { id, target, held: taken, occupants: new Set(), isClosed: false });
  }
  return prepared;
}

function prepareEntrants(applicants: readonly Applicant[], cells: ReadonlyMap<string, Cell>): Entrant[] {
  const seen = new Set<string>();
  return [...applicants]
    .sort((one, other) => byCodeUnit(one.id, other.id))
    .map(({ id, cellIds }) => {
      if (seen.has(id)) throw new RangeError(`${id} applied twice`);
      seen.add(id);
      const fitting = [...new Set(cellIds)].sort(byCodeUnit).map((cellId) => {
        const cell = cells.get(cellId);
        if (cell === undefined) throw new RangeError(`${id} names the unknown cell ${cellId}`);
        return cell;
      });
      return { id, cells: fitting, cell: null };
    });
}

/** The open cell with the smallest share of its target held; ties go to the first id. Compared without rounding. */
function emptiestOpenCell(cells: readonly Cell[]): Cell | null {
  let best: Cell | null = null;
  for (const cell of cells) {
    if (cell.held >= cell.target) continue;
    if (best === null || cell.held * best.target < best.held * cell.target) best = cell;
  }
  return best;
}

function enter(entrant: Entrant, cell: Cell): void {
  entrant.cell = cell;
  cell.occupants.add(entrant);
  cell.held += 1;
}

function leave(entrant: Entrant): void {
  entrant.cell?.occupants.delete(entrant);
  if (entrant.cell !== null) entrant.cell.held -= 1;
  entrant.cell = null;
}

type Step = { readonly cell: Cell; readonly mover: Entrant | null; readonly previous: Step | null };

/**
 * Looks, breadth first, for the shortest chain of moves that frees a place in one of `wanted`. Cells from which nothing can be
 * reached are closed for the rest of the draw, because later entries only fill cells.
 */
function findMoves(wanted: readonly Cell[]): Step | null {
  const queue: Step[] = [];
  const visited = new Set<Cell>();
  const visit = (cell: Cell, mover: Entrant | null, previous: Step | null) => {
    if (cell.isClosed || visited.has(cell)) return;
    visited.add(cell);
    queue.push({ cell, mover, previous });
  };
  for (const cell of wanted) visit(cell, null, null);
  for (let head = 0; head < queue.length; head += 1) {
    const step = at(queue, head);
    if (step.cell.held < step.cell.target) return step;
    for (const occupant of step.cell.occupants) {
      for (const cell of occupant.cells) visit(cell, occupant, step);
    }
  }
  for (const cell of visited) cell.isClosed = true;
  return null;
}

/** Carries the chain out, from its open end backwards, and frees one place in the first cell, which it returns. */
function carryOut(end: Step): { freed: Cell; moves: Move[] } {
  const moves: Move[] = [];
  let step = end;
  while (step.previous !== null && step.mover !== null) {
    moves.push({ applicantId: step.mover.id, fromCellId: step.previous.cell.id, toCellId: step.cell.id });
    leave(step.mover);
    enter(step.mover, step.cell);
    step = step.previous;
  }
  return { freed: step.cell, moves };
}

function place(entrant: Entrant): DrawReason {
  if (entrant.cells.length === 0) return { kind: "no-cell-fits" };
  const open = emptiestOpenCell(entrant.cells);
  if (open !== null) {
    const reason = { kind: "emptiest-open-cell", held: open.held, target: open.target } as const;
    enter(entrant, open);
    return reason;
  }
  const end = findMoves(entrant.cells);
  if (end === null) return { kind: "cells-full", cellIds: entrant.cells.map(({ id }) => id) };
  const { freed, moves } = carryOut(end);
  enter(entrant, freed);
  return { kind: "opened-by-moves", moves };
}

/**
 * Draws applicants into quota cells.
 *
 * Applicants are sorted by id and shuffled with the seed, so the input order has no influence. In that order each one enters
 * the emptiest open cell they fit. When all their cells are full, somebody drawn earlier who also fits another cell may be
 * moved there: nobody loses a place, and no place stays empty that the applicants could fill (augmenting paths; Edmonds & Fulkerson 1965).
 * No cell exceeds its target and no more than `places` people are chosen.
 *
 * Throws `RangeError` for a repeated id, an unknown cell, or counts that are not whole and at least 0. A cell that already holds
 * more than its target is simply full.
 */
export function drawPlaces({ applicants, cells, places, seed }: DrawRequest): Draw {
  requireCount(places, "places");
  const prepared = prepareCells(cells);
  const drawn = shuffle(createRandom(seed), prepareEntrants(applicants, prepared));
  let chosenCount = 0;
  const reasons = drawn.map((entrant): DrawReason => {
    if (entrant.cells.length > 0 && chosenCount >= places) return { kind: "no-places-left" };
    const reason = place(entrant);
    if (entrant.cell !== null) chosenCount += 1;
    return reason;
  });
  const log = drawn.map((entrant, index): DrawLogLine => ({
    applicantId: entrant.id,
    drawNumber: index + 1,
    outcome: entrant.cell === null ? "waiting" : "chosen",
    cellId: entrant.cell?.id ?? null,
    reason: at(reasons, index),
  }));
  return {
    algorithm: RANDOM_ALGORITHM,
    chosen: log.flatMap(({ applicantId, cellId }) => (cellId === null ? [] : [{ applicantId, cellId }])),
    waiting: log.flatMap(({ applicantId, cellId, reason }) => (cellId === null ? [{ applicantId, reason }] : [])),
    log,
    cells: [...prepared.values()].map(({ id, target, held }) => ({ id, target, held })),
  };
}
