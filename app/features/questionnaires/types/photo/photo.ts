// Photographs, rebuilt from their pixels before they are kept. The answer names the files.
import { both, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type PhotoConfig = { max: number };

export const photo: QuestionType<PhotoConfig, string[]> = {
  group: "words",
  presets: [{ id: "photo", text: both("Please add a photo of {p}.", "Unggah foto {p}."), config: { max: 1 } }],
  seconds: 40,
  texts: () => [],
  problems: () => [],
  read: (form, name) => {
    const removed = new Set(form.getAll(`${name}.remove`));
    const kept = form.getAll(name).filter((id): id is string => typeof id === "string" && id !== "" && !removed.has(id));
    return kept.length > 0 ? [...new Set(kept)] : undefined;
  },
  describe: (_config, value) => String(value.length),
  columns,
  cells,
  asked: { kind: "number", of: (value) => value.length, range: ({ max }) => ({ min: 1, max }) },
};
