// Which answers a coder looks at.
export const answerFilters = ["all", "open", "coded"] as const;
type AnswerFilter = (typeof answerFilters)[number];

export type AnswerSearch = { question: string | null; q: string; show: AnswerFilter; theme: number | null; after: string | null };
