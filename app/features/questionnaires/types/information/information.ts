// A screen that only says something. Nothing is asked, so nothing is exported.
import type { LocalizedText } from "~/core/locale";
import { both, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type InformationConfig = { body: LocalizedText };

export const information: QuestionType<InformationConfig, "read"> = {
  group: "frame",
  presets: [{ id: "information", text: both("Before you go on", "Sebelum Anda melanjutkan"), config: { body: both("", "") } }],
  seconds: 10,
  texts: ({ body }) => [body],
  problems: () => [],
  read: (form, name) => (form.get(name) === "read" ? "read" : undefined),
  describe: () => "✓",
  columns,
  cells,
};
