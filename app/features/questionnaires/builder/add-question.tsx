import { Plus, X } from "lucide-react";
import type { TranslationKey } from "~/i18n/keys";
import { useLocale, useT } from "~/i18n/language";
import { typeGroups, type AnyQuestionType } from "../types/question-type";
import { questionTypeNames, questionTypes } from "../types/registry";
import type { LibraryQuestion } from "../library.server";
import { pipeToText } from "../piping";
import { iconButton } from "../types/items-editor";
import { TypeIcon } from "./type-icon";
import type { Builder } from "./use-builder";

/** Every type, and its standard wordings as ways to begin. */
export const AddQuestion = ({ builder, library, isFirst }: { builder: Builder; library: readonly LibraryQuestion[]; isFirst: boolean }) => {
  const locale = useLocale();
  const t = useT();
  const choices = questionTypeNames.flatMap((type) => {
    const { group, presets } = questionTypes[type] as AnyQuestionType;
    return presets.map((preset) => ({ group, type, preset: preset.id }));
  });
  return (
    <details className="group relative" onKeyDown={(event) => event.key === "Escape" && event.currentTarget.removeAttribute("open")}>
      <summary className={`button small w-full list-none [&::-webkit-details-marker]:hidden ${isFirst ? "quiet" : ""}`}>
        <Plus className="size-4" aria-hidden="true" />
        {t("builder.add")}
      </summary>
      <div className="absolute start-0 top-full z-10 mt-2 max-h-[min(70vh,640px)] w-[min(340px,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-surface p-2 shadow-float">
        {library.length > 0 && (
          <section aria-labelledby="add-library">
            <h3 id="add-library" className="px-3 pt-1 pb-1 text-note font-semibold text-ink-3">
              {t("builder.library")}
            </h3>
            <ul className="grid gap-0.5">
              {library.map(({ id, type, text }) => (
                <li key={id} className="flex items-center">
                  <button
                    type="button"
                    className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-control px-3 py-1.5 text-start text-label hover:bg-leaf-tint"
                    onClick={(event) => {
                      event.currentTarget.closest("details")?.removeAttribute("open");
                      void builder.addKept(id);
                    }}
                  >
                    <TypeIcon type={type} />
                    <span className="line-clamp-2 min-w-0">{pipeToText({ text, config: {} }, { codes: [] }, locale) || t("builder.no_text_yet")}</span>
                  </button>
                  <button
                    type="button"
                    className={iconButton}
                    onClick={() => void builder.dropKept(id)}
                    aria-label={t("builder.library_remove", { name: pipeToText({ text, config: {} }, { codes: [] }, locale) })}
                  >
                    <X className="size-4" aria-hidden="true" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {typeGroups.map((group) => (
          <section key={group} aria-labelledby={`add-${group}`}>
            <h3 id={`add-${group}`} className="px-3 pt-3 pb-1 text-note font-semibold text-ink-3">
              {t(`builder.group_${group}`)}
            </h3>
            <ul className="grid gap-0.5">
              {choices
                .filter((choice) => choice.group === group)
                .map(({ type, preset }) => (
                  <li key={`${type}-${preset}`}>
                    <button
                      type="button"
                      className="flex min-h-10 w-full items-center gap-2.5 rounded-control px-3 py-1.5 text-start text-label hover:bg-leaf-tint"
                      onClick={(event) => {
                        event.currentTarget.closest("details")?.removeAttribute("open");
                        void builder.add(type, preset);
                      }}
                    >
                      <TypeIcon type={type} />
                      {t(`builder.preset_${preset}` as TranslationKey)}
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
};
