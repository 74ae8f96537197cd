// Answers in the form in which they travel from the database to a report (app/features/reports/fill-columns.ts).
import { itemEnd, partEnd, recordEnd } from "../../app/features/reports/fill-columns";

/** The id of a response, and by question the JSON, the fingerprint or the letter of what it says. */
export type Said = [id: number, answers: Record<string, string>];

export const textOfResponses = (said: readonly Said[]): string =>
  said.map(([id, answers]) => [id, Object.keys(answers).join(itemEnd), Object.values(answers).join(itemEnd)].join(partEnd)).join(recordEnd);
