import { Form } from "@remix-run/react";
import type { LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { Select, TextField, type Reply } from "~/ui/field";
import { questionText } from "./standard-text";

type Props = { prototypes: readonly { id: number; name: string }[]; questions: readonly { key: string; text: LocalizedText }[]; reply: Reply };

export const NewStandard = ({ prototypes, questions, reply }: Props) => {
  const t = useT();
  const locale = useLocale();
  const options = (names: readonly string[], prefix: "level" | "metric" | "test") =>
    names.map((name) => (
      <option key={name} value={name}>
        {t(`fieldwork.${prefix}_${name}` as "fieldwork.level_must")}
      </option>
    ));
  const prototypeOptions = prototypes.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
  return (
    <Form method="post" className="card grid gap-5">
      <h2>{t("fieldwork.new_standard")}</h2>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Select name="level" label={t("fieldwork.level")} reply={reply}>
          {options(["must", "should"], "level")}
        </Select>
        <Select name="prototypeId" label={t("fieldwork.standard_prototype")} reply={reply}>
          {prototypeOptions}
        </Select>
      </div>
      <Select name="questionKey" label={t("fieldwork.standard_question")} reply={reply}>
        {questions.map(({ key, text }) => (
          <option key={key} value={key}>
            {questionText(text, locale)}
          </option>
        ))}
      </Select>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Select name="metric" label={t("fieldwork.metric")} reply={reply}>
          {options(["mean", "top_two_box", "jar_penalties"], "metric")}
        </Select>
        <Select name="test" label={t("fieldwork.test")} reply={reply}>
          {options(["at_least", "at_least_surely", "superior", "not_inferior", "equivalent", "at_most"], "test")}
        </Select>
        <TextField name="againstValue" type="number" step="any" label={t("fieldwork.against_value")} help={t("fieldwork.against_value_help")} reply={reply} />
        <Select name="againstPrototypeId" label={t("fieldwork.against_prototype")} help={t("fieldwork.against_prototype_help")} reply={reply}>
          <option value="">–</option>
          {prototypeOptions}
        </Select>
      </div>
      <button className="button small justify-self-start">{t("fieldwork.add_standard")}</button>
    </Form>
  );
};
