// Every block whose questions share one shape: a card per question, with its sentence, chart, tables and method.
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { showCell } from "../numbers";
import type { QuestionFinding, QuestionsBlock, ResultCell, ResultChart, ResultTable } from "../question-result";
import { lowBase } from "../report";
import { breaksAnywhere } from "~/ui/unbroken";
import { Figure, NumberTable } from "./figure";
import { IntervalPlot } from "./interval-plot";
import { MapPlot } from "./map-plot";
import { QuotedGroups } from "./quoted-groups";
import { PricePlot } from "./price-plot";
import { ProfilePlot } from "./profile-plot";

const none = "–";

const Cell = ({ cell }: { cell: ResultCell }) => {
  const format = useFormat();
  const locale = useLocale();
  const words = cell.text ? localized(cell.text, locale) : "";
  if (cell.value === null) return <>{words || none}</>;
  const bounds = cell.bounds ? `(${showCell(format, cell, cell.bounds.lower)} – ${showCell(format, cell, cell.bounds.upper)})` : "";
  return (
    <>
      <span className="whitespace-nowrap">{showCell(format, cell, cell.value)}</span>
      {bounds && " "}
      {(bounds || words) && (
        <span className="whitespace-nowrap">
          {bounds && <span className="text-ink-3">{bounds}</span>}
          {words && <b className="ms-1 font-semibold">{words}</b>}
        </span>
      )}
    </>
  );
};

const hasIntervals = ({ rows }: ResultTable): boolean => rows.some(({ cells }) => cells.some(({ bounds }) => bounds));

export const ResultTableView = ({ table, ...looks }: { table: ResultTable; isCaptionHidden?: boolean; isGrid?: boolean }) => {
  const locale = useLocale();
  return (
    <NumberTable
      caption={localized(table.caption, locale)}
      {...looks}
      hasWideCells={hasIntervals(table)}
      head={table.head.map((each) => localized(each, locale))}
      rows={table.rows.map(({ key, label, isLow, isBeside, cells }) => ({
        key,
        cells: [
          <span
            key="label"
            className={`block min-w-20 sm:min-w-24 ${breaksAnywhere(localized(label, locale))} ${isBeside ? "font-normal text-ink-2" : ""}`}
            dir="auto"
          >
            {localized(label, locale)}
            {isLow && <span aria-hidden="true">{"\u00a0*"}</span>}
          </span>,
          ...cells.map((cell, index) => <Cell key={index} cell={cell} />),
        ],
      }))}
    />
  );
};

const Chart = ({ chart, label }: { chart: ResultChart; label: string }) => {
  switch (chart.kind) {
    case "intervals":
      return <IntervalPlot chart={chart} label={label} />;
    case "profile":
      return <ProfilePlot chart={chart} label={label} />;
    case "map":
      return <MapPlot chart={chart} label={label} />;
    case "prices":
      return <PricePlot chart={chart} label={label} />;
  }
};

export const QuestionCard = ({ question }: { question: QuestionFinding }) => {
  const t = useT();
  const locale = useLocale();
  const { chart, tables, n, base, text, method, notes, groups } = question;
  const title = localized(question.title, locale);
  const shown = tables.map((table, index) => <ResultTableView key={index} table={table} />);
  return (
    <Figure
      level={3}
      title={title}
      sub={`${localized(text, locale)} · ${base ? localized(base, locale) : t("findings.base", { count: n })}`}
      note={
        <>
          <p>{localized(method, locale)}</p>
          {notes.map((note) => (
            <p key={note.en}>{localized(note, locale)}</p>
          ))}
          {n > 0 && tables.some(({ rows }) => rows.some(({ isLow }) => isLow)) && <p>{t("reports.low_base_note", { low: lowBase })}</p>}
        </>
      }
      others={question.others?.map((table, index) => (
        <ResultTableView key={index} table={table} />
      ))}
      table={chart && shown.length > 0 ? shown : undefined}
    >
      {chart ? <Chart chart={chart} label={title} /> : <div className="grid gap-5">{shown}</div>}
      {groups && <QuotedGroups groups={groups} />}
    </Figure>
  );
};

/** More columns than half the page has room for, or a map, whose names need the width of the page. */
const isWide = ({ chart, tables }: QuestionFinding): boolean => (chart === null ? tables.some(({ head }) => head.length > 4) : chart.kind === "map");

export const QuestionsView = ({ block }: { block: QuestionsBlock }) => {
  const t = useT();
  const beside = block.questions.some(isWide) ? "" : "min-[1100px]:grid-cols-2 min-[1100px]:[&>:only-child]:col-span-2";
  return (
    <section className="grid gap-3">
      <h2>{t(`findings.heading_${block.block}`)}</h2>
      <div className={`grid items-stretch gap-5 ${beside}`}>
        {block.questions.map((question) => (
          <QuestionCard key={question.key} question={question} />
        ))}
      </div>
    </section>
  );
};
