import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { Figure, NumberTable } from "../../components/figure";
import { PrototypeCell } from "../../components/prototype-names";
import { showMean } from "../../numbers";
import { lowBase, smallestBase } from "../../report";
import type { ChoiceQuestion, ChoicesBlock, NumberQuestion } from "./result";

const Choice = ({ question }: { question: ChoiceQuestion }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const isLow = question.rows.some(({ n }) => n > 0 && n < lowBase);
  return (
    <Figure
      level={3}
      title={localized(question.text, locale)}
      sub={t(question.isMultiple ? "reports.choice_sub_multiple" : "reports.choice_sub_single")}
      note={
        <>
          <p>{t("reports.choice_note", { smallest: smallestBase })}</p>
          {isLow && <p>{t("reports.low_base_note", { low: lowBase })}</p>}
        </>
      }
    >
      <NumberTable
        caption={t("reports.table_choices")}
        head={[t("reports.prototype"), "n", ...question.options.map(({ label }) => localized(label, locale))]}
        rows={question.rows.map(({ code, n, counts, hasShares }) => ({
          key: code,
          cells: [
            <PrototypeCell key="name" code={code} isLow={n < lowBase} />,
            format.number(n),
            ...counts.map((count) => (hasShares ? format.percent(count / n) : format.number(count))),
          ],
        }))}
      />
    </Figure>
  );
};

const Amount = ({ question }: { question: NumberQuestion }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  return (
    <Figure level={3} title={localized(question.text, locale)} sub={localized(question.unit, locale)}>
      <NumberTable
        caption={t("reports.table_means")}
        head={[t("reports.prototype"), "n", t("reports.mean"), t("reports.interval"), t("reports.median")]}
        rows={question.rows.map(({ code, n, mean, interval, median }) => ({
          key: code,
          cells: [
            <PrototypeCell key="name" code={code} isLow={n < lowBase} />,
            format.number(n),
            mean === null ? "–" : showMean(format, mean, n),
            interval ? `${showMean(format, interval.lower, n)} – ${showMean(format, interval.upper, n)}` : "–",
            median === null ? "–" : showMean(format, median, n),
          ],
        }))}
      />
    </Figure>
  );
};

export const ChoicesView = ({ block }: { block: ChoicesBlock }) => {
  const t = useT();
  return (
    <section className="grid gap-3">
      <h2>{t("reports.choices_heading")}</h2>
      <div className="grid items-stretch gap-5 min-[1100px]:grid-cols-2">
        {block.choices.map((question) => (
          <Choice key={question.key} question={question} />
        ))}
        {block.numbers.map((question) => (
          <Amount key={question.key} question={question} />
        ))}
      </div>
    </section>
  );
};
