// The questions in their order. Alt with an arrow key moves the one that has the focus.
import { ArrowDown, ArrowUp, Split } from "lucide-react";
import { useRef, useState } from "react";
import { localized } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { completeness, problemsBeforeLaunch } from "../launch-problems";
import { pipeToText } from "../piping";
import type { Draft } from "./builder-store";
import { TypeIcon } from "./type-icon";
import type { Builder } from "./use-builder";

/** How much of what members read is there, per language. */
export const Completeness = ({ drafts }: { drafts: readonly Draft[] }) => {
  const t = useT();
  return (
    <dl className="grid grid-cols-2 gap-2 text-note">
      {(["id", "en"] as const).map((locale) => {
        const { given, needed } = completeness(drafts, locale);
        const isComplete = given === needed;
        return (
          <div key={locale} className={`rounded-control px-3 py-2 ${isComplete ? "bg-leaf-tint text-leaf-strong" : "bg-turmeric-tint text-turmeric-ink"}`}>
            <dt className="font-semibold">{t(`builder.language_${locale}`)}</dt>
            <dd className="num">{t("builder.texts_given", { given, needed })}</dd>
          </div>
        );
      })}
    </dl>
  );
};

type Props = { questionnaireId: number; builder: Builder; isReadOnly: boolean };

export const Outline = ({ questionnaireId, builder, isReadOnly }: Props) => {
  const t = useT();
  const locale = useLocale();
  const { drafts } = builder.state;
  const problems = problemsBeforeLaunch(drafts);
  const dragged = useRef<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const move = (draft: Draft, to: number) => {
    if (isReadOnly || to < 0 || to >= drafts.length) return;
    void builder.move(draft.key, to).then(() => document.getElementById(`outline-${draft.key}`)?.focus());
  };
  return (
    <nav aria-label={t("builder.outline")} className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
      {drafts.length > 0 && !isReadOnly && <Completeness drafts={drafts} />}
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
        {drafts.map((draft, index) => {
          const isSelected = draft === builder.selected;
          const lacks = problems.filter((problem) => problem.question === draft.key);
          const text = pipeToText(draft, { codes: [] }, locale).trim();
          return (
            <li
              key={draft.key}
              draggable={!isReadOnly}
              onDragStart={(event) => {
                dragged.current = draft.key;
                event.dataTransfer.effectAllowed = "move";
              }}
              onDragOver={(event) => {
                if (dragged.current === null) return;
                event.preventDefault();
                setOver(draft.key);
              }}
              onDragEnd={() => ((dragged.current = null), setOver(null))}
              onDrop={(event) => {
                event.preventDefault();
                const moved = drafts.find((each) => each.key === dragged.current);
                if (moved && moved !== draft) move(moved, index);
                dragged.current = null;
                setOver(null);
              }}
              className={over === draft.key ? "rounded-control outline-2 outline-leaf outline-dashed" : undefined}
            >
              {draft.section && (
                <p className="px-3 pt-3 pb-1 text-note font-semibold text-ink-3">{localized(draft.section, locale) || t("builder.section_unnamed")}</p>
              )}
              <div className={`flex items-center gap-1 rounded-control pe-1 ${isSelected ? "bg-leaf-tint" : "hover:bg-sunken"}`}>
                <a
                  id={`outline-${draft.key}`}
                  href={paths.builder(questionnaireId, draft.key)}
                  aria-current={isSelected ? "true" : undefined}
                  className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-control px-3 py-2 text-label"
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    builder.select(draft.key);
                  }}
                  onKeyDown={(event) => {
                    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
                    event.preventDefault();
                    move(draft, index + (event.key === "ArrowUp" ? -1 : 1));
                  }}
                >
                  <TypeIcon type={draft.type} />
                  {draft.showIf && <Split className="size-3.5 flex-none text-lagoon" aria-label={t("builder.shown_to_some")} role="img" />}
                  <span className={`line-clamp-2 min-w-0 flex-1 ${isSelected ? "font-semibold" : ""} ${text ? "" : "text-ink-3"}`}>
                    {text || t("builder.no_text_yet")}
                  </span>
                  {lacks.length > 0 && (
                    <span role="img" aria-label={t("builder.lacks", { count: lacks.length })} className="size-2 flex-none rounded-full bg-turmeric" />
                  )}
                </a>
                {isSelected && !isReadOnly && (
                  <span className="flex flex-none">
                    <button
                      type="button"
                      className="grid size-8 place-items-center rounded-control text-ink-2 hover:text-ink disabled:opacity-30"
                      disabled={index === 0}
                      onClick={() => move(draft, index - 1)}
                      aria-label={t("builder.move_up")}
                    >
                      <ArrowUp className="size-4" aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      className="grid size-8 place-items-center rounded-control text-ink-2 hover:text-ink disabled:opacity-30"
                      disabled={index === drafts.length - 1}
                      onClick={() => move(draft, index + 1)}
                      aria-label={t("builder.move_down")}
                    >
                      <ArrowDown className="size-4" aria-hidden="true" />
                    </button>
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {!isReadOnly && (
        <section className="grid gap-1.5 border-t border-line pt-4">
          <h2 className="text-label">{t("builder.before_launch")}</h2>
          {problems.length === 0 ? (
            <p className="text-label text-leaf-strong">{t("builder.ready")}</p>
          ) : (
            <ul className="grid gap-1 text-label text-ink-2">
              {problems.map(({ question, problem }) => (
                <li key={`${question}-${problem}`}>
                  {question ? (
                    <button type="button" className="text-start hover:text-ink" onClick={() => builder.select(question)}>
                      <b className="font-mono text-[13px] font-semibold">{question}</b> {t(`builder.problem_${problem}` as TranslationKey)}
                    </button>
                  ) : (
                    t(`builder.problem_${problem}` as TranslationKey)
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </nav>
  );
};
