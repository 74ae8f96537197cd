// Every text of a questionnaire in both languages beside each other, to be written in one go.
import type { LocalizedText } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { TranslationKey } from "~/i18n/keys";
import type { Translate } from "~/i18n/translate";
import type { Question } from "../questionnaire";
import { TextPair } from "../types/editor-controls";
import { isComplete, isEmpty } from "../types/question-type";
import type { Draft } from "./builder-store";
import type { Builder } from "./use-builder";

type Path = readonly (string | number)[];

const isText = (value: object): value is LocalizedText => "en" in value && "id" in value && Object.keys(value).length === 2;

/** Where texts lie within a configuration, in their order. */
const textsIn = (value: unknown, path: Path = []): { path: Path; text: LocalizedText }[] => {
  if (typeof value !== "object" || value === null) return [];
  if (isText(value)) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, Array.isArray(value) ? Number(key) : key]));
};

const withText = <T,>(value: T, [first, ...rest]: Path, text: LocalizedText): T => {
  if (first === undefined) return text as T;
  if (Array.isArray(value)) return value.map((each: unknown, index) => (index === first ? withText(each, rest, text) : each)) as T;
  return { ...value, [first]: withText((value as Record<string | number, unknown>)[first], rest, text) };
};

const partsOf = ({ text, help, section, config }: Question) => [
  ...(section ? [{ path: ["section"] as Path, text: section }] : []),
  { path: ["text"] as Path, text },
  ...(isEmpty(help) ? [] : [{ path: ["help"] as Path, text: help }]),
  ...textsIn(config, ["config"]),
];

const fieldLabels: Record<string, TranslationKey> = {
  section: "builder.section_title",
  text: "builder.question",
  help: "builder.help",
  attribute: "builder.attribute",
  unit: "builder.unit",
  feature: "builder.feature",
  statement: "builder.statement",
  low: "builder.words_low",
  high: "builder.words_high",
  most: "builder.words_most",
  least: "builder.words_least",
};

/** What the builder calls this text: by its field, or by its place in a list or on a scale. */
const labelOf = (t: Translate, path: Path): string => {
  const fields = path[0] === "config" ? path.slice(1) : path;
  const [list, place] = fields;
  if (list === "options" && typeof place === "number") return t("builder.option", { number: place + 1 });
  if (list === "labels" && place !== undefined) return t("builder.words_for", { code: place });
  const field = fieldLabels[String(fields.at(-1))];
  if (typeof place !== "number") return t(field ?? "builder.body");
  const item = t("builder.item_number", { number: place + 1 });
  return field ? `${item} · ${t(field)}` : item;
};

const isFinished = (draft: Draft) => partsOf(draft).every(({ text }) => isComplete(text) || isEmpty(text));

export const TranslationTable = ({ builder, isReadOnly, onlyMissing }: { builder: Builder; isReadOnly: boolean; onlyMissing: boolean }) => {
  const t = useT();
  const { drafts, saves } = builder.state;
  // What is being written stays on the page, also once it is complete.
  const shown = drafts.filter(
    (draft) => !onlyMissing || !isFinished(draft) || (saves[draft.key] && saves[draft.key]?.status !== "saved") || saves[draft.key] !== undefined,
  );
  return (
    <div className="grid max-w-5xl gap-6">
      {shown.length === 0 && <p className="text-ink-2">{t("builder.translation_complete")}</p>}
      {shown.map((draft) => (
        <section key={draft.key} className="grid gap-3 border-b border-line pb-6" aria-labelledby={`translate-${draft.key}`}>
          <h2 id={`translate-${draft.key}`} className="flex flex-wrap items-center gap-3 text-[16px]">
            <span className="font-mono text-[14px]">{draft.key}</span>
            <span className={`chip ${isFinished(draft) ? "leaf" : "turmeric"}`}>
              {t(isFinished(draft) ? "builder.translation_done" : "builder.translation_open")}
            </span>
          </h2>
          {partsOf(draft).map(({ path, text }) => (
            <TextPair
              key={path.join(".")}
              label={labelOf(t, path)}
              hidesLabel={path.length === 1}
              value={text}
              onChange={(next) => builder.store.change(draft.key, { [path[0] as string]: withText(draft, path, next)[path[0] as keyof Draft] })}
              isReadOnly={isReadOnly}
              maxLength={4000}
              rows={text.en.length + text.id.length > 120 ? 3 : undefined}
            />
          ))}
        </section>
      ))}
    </div>
  );
};
