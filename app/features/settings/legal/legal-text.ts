/** A page of plain words: what a line begins with decides its shape, "- " being a point of a list. */
export type LegalText = { title: string; lead: string; sections: readonly { title: string; lines: readonly string[] }[] };
