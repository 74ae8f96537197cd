// What a report is while it is written and once it is published.
import type { LocalizedText } from "~/core/locale";

export type ReportDraft = { headline: LocalizedText; summary: LocalizedText; excludedParticipantIds: number[] };

/** The numbers and sentences of a published version, as JSON that anyone can recompute. */
export type ReportContent = { format: 1; [part: string]: unknown };
