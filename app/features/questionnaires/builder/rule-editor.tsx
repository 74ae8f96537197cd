// Who is asked a question: conditions about earlier answers, put together by clicking, in groups as deep as needed.
import { Plus, Trash2 } from "lucide-react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { pipeToText } from "../piping";
import type { Question } from "../questionnaire";
import { testKinds, type Condition, type Test } from "../show-if";
import { NumberBox, Pick, Tick } from "../types/editor-controls";
import { iconButton } from "../types/items-editor";
import { typeOf } from "../types/registry";

type Group = { all: Condition[] } | { any: Condition[] };
type Shared = { earlier: readonly Question[]; isReadOnly: boolean };

const deepest = 3;

const askedOf = (earlier: readonly Question[], key: string) => {
  const question = earlier.find((each) => each.key === key);
  return question && { question, asked: typeOf(question.type).asked };
};

/** The tests that make sense for a question. */
const kindsFor = (earlier: readonly Question[], key: string): Test["is"][] => {
  const kind = askedOf(earlier, key)?.asked?.kind;
  return testKinds.filter((each) => {
    if (each === "answered" || each === "unanswered") return true;
    return kind === (each === "any_of" || each === "all_of" || each === "none_of" ? "codes" : "number");
  });
};

const freshTest = (earlier: readonly Question[], key: string, is: Test["is"]): Test => {
  if (is === "answered" || is === "unanswered") return { question: key, is };
  if (is === "any_of" || is === "all_of" || is === "none_of") return { question: key, is, codes: [] };
  const asked = askedOf(earlier, key)?.asked;
  return { question: key, is, number: asked?.kind === "number" ? asked.range(askedOf(earlier, key)?.question.config).min : 0 };
};

const firstTest = (earlier: readonly Question[], key: string): Test => {
  const kinds = kindsFor(earlier, key);
  return freshTest(earlier, key, kinds.find((kind) => kind === "any_of" || kind === "at_least") ?? "answered");
};

const TestRow = ({ test, onChange, earlier, isReadOnly }: Shared & { test: Test; onChange: (test: Test) => void }) => {
  const t = useT();
  const locale = useLocale();
  const found = askedOf(earlier, test.question);
  const nameOf = (question: Question) => pipeToText(question, { codes: [] }, locale) || question.key;
  const codes = found?.asked?.kind === "codes" ? found.asked.codes(found.question.config) : [];
  return (
    <div className="grid min-w-0 flex-1 gap-2">
      <Pick
        label={t("builder.rule_question")}
        hidesLabel
        value={test.question}
        onChange={(key) => onChange(firstTest(earlier, key))}
        isReadOnly={isReadOnly}
        options={[
          ...earlier.map((question) => ({ value: question.key, label: `${question.key}: ${nameOf(question)}` })),
          // What a rule still refers to is shown even where it is gone, so that it can be mended.
          ...(found ? [] : [{ value: test.question, label: t("builder.rule_gone", { key: test.question }) }]),
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Pick
          label={t("builder.rule_test")}
          hidesLabel
          value={test.is}
          onChange={(is) => onChange(freshTest(earlier, test.question, is))}
          isReadOnly={isReadOnly}
          options={[...new Set([...kindsFor(earlier, test.question), test.is])].map((is) => ({ value: is, label: t(`builder.is_${is}`) }))}
        />
        {"number" in test && (
          <NumberBox
            label={t("builder.rule_number")}
            hidesLabel
            value={test.number}
            onChange={(number) => number !== undefined && onChange({ ...test, number })}
            isReadOnly={isReadOnly}
          />
        )}
      </div>
      {"codes" in test && (
        <div
          className="grid max-h-52 overflow-y-auto rounded-control border border-line px-3 py-1 @md:grid-cols-2"
          role="group"
          aria-label={t("builder.rule_codes")}
        >
          {[...codes, ...test.codes.filter((code) => !codes.some((each) => each.value === code)).map((code) => ({ value: code, label: null }))].map(
            ({ value, label }) => (
              <Tick
                key={value}
                label={label ? localized(label, locale) || value : t("builder.rule_gone", { key: value })}
                isOn={test.codes.includes(value)}
                onChange={(isOn) => onChange({ ...test, codes: isOn ? [...test.codes, value] : test.codes.filter((each) => each !== value) })}
                isReadOnly={isReadOnly}
              />
            ),
          )}
        </div>
      )}
    </div>
  );
};

const GroupEditor = ({ group, onChange, depth, earlier, isReadOnly }: Shared & { group: Group; onChange: (group: Group) => void; depth: number }) => {
  const t = useT();
  const parts = "all" in group ? group.all : group.any;
  const write = (next: Condition[]) => onChange("all" in group ? { all: next } : { any: next });
  const last = earlier.at(-1);
  return (
    <div className="grid gap-3">
      <div className="max-w-xs">
        <Pick
          label={t("builder.rule_joined")}
          hidesLabel
          value={"all" in group ? "all" : "any"}
          onChange={(join) => onChange(join === "all" ? { all: parts } : { any: parts })}
          isReadOnly={isReadOnly}
          options={(["all", "any"] as const).map((value) => ({ value, label: t(`builder.join_${value}`) }))}
        />
      </div>
      <ul className="grid gap-2">
        {parts.map((part, index) => {
          const isDenied = "not" in part;
          const inner = isDenied ? part.not : part;
          const replace = (next: Condition) => write(parts.map((each, place) => (place === index ? (isDenied ? { not: next } : next) : each)));
          return (
            // The position is the identity here: two conditions may be equal while they are being made.
            <li key={index} className="grid gap-2 rounded-control border border-line bg-surface p-3">
              <div className="flex items-start gap-2">
                {"question" in inner ? (
                  <TestRow test={inner} onChange={replace} earlier={earlier} isReadOnly={isReadOnly} />
                ) : "not" in inner ? (
                  <p className="flex-1 text-label">{t("builder.rule_twice_denied")}</p>
                ) : (
                  <div className="min-w-0 flex-1">
                    <GroupEditor group={inner} onChange={replace} depth={depth + 1} earlier={earlier} isReadOnly={isReadOnly} />
                  </div>
                )}
                {!isReadOnly && (
                  <button
                    type="button"
                    className={iconButton}
                    onClick={() => write(parts.toSpliced(index, 1))}
                    aria-label={t("builder.rule_remove", { number: index + 1 })}
                  >
                    <Trash2 className="size-4" aria-hidden="true" />
                  </button>
                )}
              </div>
              <Tick
                label={t("builder.rule_not")}
                isOn={isDenied}
                onChange={(isOn) => write(parts.map((each, place) => (place === index ? (isOn ? { not: inner } : inner) : each)))}
                isReadOnly={isReadOnly}
              />
            </li>
          );
        })}
      </ul>
      {!isReadOnly && last && (
        <p className="flex flex-wrap gap-2">
          <button type="button" className="button quiet small" onClick={() => write([...parts, firstTest(earlier, last.key)])}>
            <Plus className="size-4" aria-hidden="true" />
            {t("builder.rule_add")}
          </button>
          {depth < deepest && (
            <button
              type="button"
              className="button quiet small"
              onClick={() => write([...parts, "all" in group ? { any: [firstTest(earlier, last.key)] } : { all: [firstTest(earlier, last.key)] }])}
            >
              <Plus className="size-4" aria-hidden="true" />
              {t("builder.rule_add_group")}
            </button>
          )}
        </p>
      )}
    </div>
  );
};

type Props = Shared & { rule: Condition | undefined; onChange: (rule: Condition | undefined) => void };

export const RuleEditor = ({ rule, onChange, earlier, isReadOnly }: Props) => {
  const t = useT();
  const last = earlier.at(-1);
  if (!last && !rule) return null;
  const group: Group | undefined = rule && ("all" in rule || "any" in rule ? rule : { all: [rule] });
  return (
    <div className="grid gap-3">
      <Tick
        label={t("builder.shown_to_some")}
        help={t("builder.shown_to_some_help")}
        isOn={rule !== undefined}
        onChange={(isOn) => onChange(isOn && last ? { all: [firstTest(earlier, last.key)] } : undefined)}
        isReadOnly={isReadOnly}
      />
      {group && <GroupEditor group={group} onChange={onChange} depth={1} earlier={earlier} isReadOnly={isReadOnly} />}
    </div>
  );
};
