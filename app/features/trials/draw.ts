// A draw in the words of a trial: applications, quota cells, and a log that replays.
import { drawPlaces } from "~/statistics/allocation";
import type { AllocationLog } from "./trial";

export type DrawInput = {
  applications: readonly { id: number; cellIds: readonly number[] }[];
  cells: readonly { id: number; target: number; taken: number }[];
  places: number;
  seed: string;
};

export const draw = ({ applications, cells, places, seed }: DrawInput): AllocationLog => {
  const result = drawPlaces({
    applicants: applications.map(({ id, cellIds }) => ({ id: String(id), cellIds: cellIds.map(String) })),
    cells: cells.map(({ id, target, taken }) => ({ id: String(id), target, taken })),
    places,
    seed,
  });
  const cellIdsOf = new Map(applications.map(({ id, cellIds }) => [String(id), [...cellIds]]));
  return {
    algorithm: result.algorithm,
    cells: cells.map(({ id, target, taken }) => ({ id, target, taken })),
    entries: result.log.map((line) => ({
      applicationId: Number(line.applicantId),
      cellIds: cellIdsOf.get(line.applicantId) ?? [],
      drawNumber: line.drawNumber,
      cellId: line.cellId === null ? null : Number(line.cellId),
      outcome: line.outcome,
      reason: line.reason,
    })),
  };
};

/** True when drawing again from what the log says went in gives the same result, line by line. */
export const replays = (log: AllocationLog, wave: { places: number; seed: string }): boolean => {
  const again = draw({ applications: log.entries.map(({ applicationId, cellIds }) => ({ id: applicationId, cellIds })), cells: log.cells, ...wave });
  const essence = (lines: AllocationLog["entries"]) => lines.map(({ applicationId, cellId, outcome }) => `${applicationId} ${cellId} ${outcome}`).join("\n");
  return again.algorithm === log.algorithm && essence(again.entries) === essence(log.entries);
};
