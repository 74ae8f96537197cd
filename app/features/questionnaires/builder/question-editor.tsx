// The question in the middle: its words in both languages, what its type needs, and how it is asked and stored.
import { Bookmark, Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import { insteads } from "../questionnaire";
import type { TranslationKey } from "~/i18n/keys";
import { useT } from "~/i18n/language";
import { Pick, TextPair, Tick } from "../types/editor-controls";
import { editorOf } from "../types/editors";
import { AgreementEditor } from "./agreement-editor";
import type { Draft, SaveState } from "./builder-store";
import { RuleEditor } from "./rule-editor";
import type { Builder } from "./use-builder";

const Status = ({ save, isReadOnly }: { save: SaveState | undefined; isReadOnly: boolean }) => {
  const t = useT();
  if (isReadOnly) return null;
  const status = save?.status ?? "saved";
  const isWrong = status === "refused" || status === "conflict";
  return (
    <span role="status" className={`chip ${isWrong ? "brick" : status === "saved" ? "leaf" : status === "waiting" ? "turmeric" : ""}`}>
      <i />
      {t(
        isWrong
          ? "builder.status_refused"
          : status === "saved"
            ? "builder.status_saved"
            : status === "waiting"
              ? "builder.status_waiting"
              : "builder.status_saving",
      )}
    </span>
  );
};

/** Both versions, theirs first. */
const Clash = ({ draft, current, builder }: { draft: Draft; current: Draft; builder: Builder }) => {
  const t = useT();
  const version = (label: string, { text }: Draft) => (
    <div>
      <dt className="text-note text-ink-3">{label}</dt>
      <dd lang="id">{text.id || "–"}</dd>
      <dd lang="en">{text.en || "–"}</dd>
    </div>
  );
  return (
    <section role="alert" className="grid gap-3 rounded-card bg-turmeric-tint p-4">
      <h3>{t("builder.clash_title")}</h3>
      <dl className="grid gap-3 text-label sm:grid-cols-2">
        {version(t("builder.clash_theirs"), current)}
        {version(t("builder.clash_mine"), draft)}
      </dl>
      <p className="flex flex-wrap gap-2">
        <button type="button" className="button quiet small" onClick={() => builder.store.takeTheirs(draft.key)}>
          {t("builder.clash_take")}
        </button>
        <button type="button" className="button small" onClick={() => void builder.store.keepMine(draft.key)}>
          {t("builder.clash_keep")}
        </button>
      </p>
    </section>
  );
};

type Props = { draft: Draft; builder: Builder; screens: boolean; isReadOnly: boolean };

export const QuestionEditor = ({ draft, builder, screens, isReadOnly }: Props) => {
  const t = useT();
  const { key } = draft;
  const save = builder.state.saves[key];
  const change = (part: Partial<Draft>) => builder.store.change(key, part);
  const Editor = editorOf(draft.type);
  const [name, setName] = useState(key);
  const [isKept, setKept] = useState(false);
  const rename = () => {
    if (name !== key && name !== "") void builder.rename(key, name);
  };
  return (
    <div className="@container grid content-start gap-6">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="me-auto w-full @xl:w-auto">{t(`builder.type_${draft.type}` as TranslationKey)}</h2>
        <Status save={save} isReadOnly={isReadOnly} />
        {!isReadOnly && (
          <>
            <button
              type="button"
              className="button quiet small"
              disabled={isKept}
              title={t("builder.keep")}
              onClick={() => void builder.keep(key).then((isSaved) => isSaved && setKept(true))}
            >
              <Bookmark className="size-4" aria-hidden="true" />
              <span className="sr-only @xl:not-sr-only">{t(isKept ? "builder.is_kept" : "builder.keep")}</span>
            </button>
            <button type="button" className="button quiet small" title={t("builder.duplicate")} onClick={() => void builder.copy(key)}>
              <Copy className="size-4" aria-hidden="true" />
              <span className="sr-only @xl:not-sr-only">{t("builder.duplicate")}</span>
            </button>
            <button type="button" className="button danger small" title={t("builder.remove")} onClick={() => void builder.remove(draft)}>
              <Trash2 className="size-4" aria-hidden="true" />
              <span className="sr-only @xl:not-sr-only">{t("builder.remove")}</span>
            </button>
          </>
        )}
      </div>
      {save?.status === "conflict" && save.current && <Clash draft={draft} current={save.current} builder={builder} />}
      {save?.status === "refused" && (
        <ul role="alert" className="grid gap-1 rounded-card bg-brick-tint p-4 text-label font-semibold text-brick">
          {Object.entries(save.problems ?? {}).map(([field, problem]) => (
            <li key={field}>{t(`errors.${problem.key}` as TranslationKey, problem.values)}</li>
          ))}
        </ul>
      )}
      <TextPair
        label={t("builder.question")}
        help={t(draft.type === "just_about_right" ? "builder.question_help_attribute" : "builder.question_help")}
        value={draft.text}
        onChange={(text) => change({ text })}
        isReadOnly={isReadOnly}
        maxLength={1000}
        rows={3}
      />
      <Editor config={draft.config} onChange={(config) => change({ config })} screens={screens} isReadOnly={isReadOnly} />
      <TextPair label={t("builder.help")} value={draft.help} onChange={(help) => change({ help })} isReadOnly={isReadOnly} maxLength={1000} rows={2} />
      <section className="grid gap-4 border-t border-line pt-5">
        <Tick
          label={t("builder.starts_section")}
          help={t("builder.starts_section_help")}
          isOn={draft.section !== null}
          onChange={(isOn) => change({ section: isOn ? { en: "", id: "" } : null })}
          isReadOnly={isReadOnly}
        />
        {draft.section && (
          <TextPair
            label={t("builder.section_title")}
            value={draft.section}
            onChange={(section) => change({ section })}
            isReadOnly={isReadOnly}
            maxLength={120}
          />
        )}
        <Tick
          label={t("builder.required")}
          help={t("builder.required_help")}
          isOn={draft.required}
          onChange={(required) => change({ required })}
          isReadOnly={isReadOnly}
        />
        {draft.type !== "information" && (
          <fieldset className="grid gap-1">
            <legend className="text-label font-semibold">{t("builder.offers")}</legend>
            <p className="text-note text-ink-3">{t("builder.offers_help")}</p>
            {insteads.map((instead) => (
              <Tick
                key={instead}
                label={t(`questions.${instead}`)}
                isOn={draft.offers?.includes(instead) ?? false}
                onChange={(isOn) => change({ offers: insteads.filter((each) => (each === instead ? isOn : draft.offers?.includes(each))) })}
                isReadOnly={isReadOnly}
              />
            ))}
          </fieldset>
        )}
        <RuleEditor
          rule={draft.showIf}
          onChange={(showIf) => change({ showIf })}
          earlier={builder.state.drafts.slice(0, builder.state.drafts.indexOf(draft))}
          isReadOnly={isReadOnly}
        />
        <AgreementEditor question={draft} questions={builder.state.drafts} onChange={(agreesWith) => change({ agreesWith })} isReadOnly={isReadOnly} />
        <div className="flex flex-wrap gap-5">
          <Pick
            label={t("builder.data_class")}
            value={draft.dataClass}
            onChange={(dataClass) => change({ dataClass, required: dataClass === "health" ? false : draft.required })}
            isReadOnly={isReadOnly}
            options={[
              { value: "ordinary", label: t("builder.data_class_ordinary") },
              { value: "health", label: t("builder.data_class_health") },
            ]}
          />
          <label className="grid content-start gap-1.5 text-label font-semibold">
            {t("builder.export_name")}
            <input
              className="control min-h-10 w-56 py-2 font-mono text-[14px] font-normal"
              value={name}
              readOnly={isReadOnly}
              maxLength={40}
              onChange={(event) => setName(event.currentTarget.value.toLowerCase().replace(/[^a-z0-9_]/g, "_"))}
              onBlur={rename}
              onKeyDown={(event) => event.key === "Enter" && rename()}
            />
          </label>
        </div>
      </section>
    </div>
  );
};
