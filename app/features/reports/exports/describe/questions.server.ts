// Blocks whose questions share one shape: the sentence, the chart, every table and how it was found, as on the page.
import type { TranslationKey } from "~/i18n/keys";
import { showInChart } from "../../numbers";
import type { QuestionFinding, QuestionsBlock, ResultChart, ResultTable } from "../../question-result";
import { lowBase } from "../../report";
import type { DocumentChart, DocumentSection, DocumentTable } from "../document";
import { unbroken } from "~/ui/unbroken";
import { palette } from "../palette";
import { resultCell, section, type Speech } from "./speech.server";

export const tableOf = (speech: Speech, { caption, head, rows }: ResultTable): DocumentTable => ({
  caption: speech.pick(caption),
  head: head.map((name) => unbroken(speech.pick(name))),
  rows: rows.map(({ label, isLow, cells }) => [`${speech.pick(label)}${isLow ? " *" : ""}`, ...cells.map((cell) => resultCell(speech, cell))]),
});

const curveTones = { too_cheap: palette.tealLight, cheap: palette.teal, expensive: palette.ochreLight, too_expensive: palette.ochre } as const;

const chartOf = ({ t, format, pick, nameOf }: Speech, chart: ResultChart, title: string): DocumentChart => {
  switch (chart.kind) {
    case "intervals":
      return {
        kind: "intervals",
        title,
        unit: chart.unit,
        domain: chart.domain,
        scale: [chart.unit === "mean" ? Math.min(0, chart.domain[0]) : chart.domain[0], chart.domain[1]],
        line: chart.line,
        points: chart.rows.map(({ label, n, value, bounds, letters }) => ({
          name: `${pick(label)}${n < lowBase ? ` * n = ${format.number(n)}` : ""}`,
          value,
          shown: showInChart(format, chart, value, n),
          lower: bounds?.lower ?? null,
          upper: bounds?.upper ?? null,
          letters,
        })),
      };
    case "profile":
      return {
        kind: "profile",
        title,
        domain: chart.domain,
        items: chart.items.map(pick),
        lines: chart.lines.map(({ code, values }) => ({ name: nameOf(code), values })),
      };
    case "map":
      return {
        kind: "points",
        title,
        isMap: true,
        across: { label: t("findings.map_axis", { axis: 1, share: format.percent(chart.axes[0]) }), line: 0, isShare: false },
        up: { label: t("findings.map_axis", { axis: 2, share: format.percent(chart.axes[1]) }), line: 0 },
        kinds: [t("findings.map_word"), t("findings.map_prototype")],
        points: chart.points.map(({ label, x, y, isPrototype }) => ({ name: pick(label), across: x, up: y, isMarked: isPrototype })),
      };
    case "prices":
      return {
        kind: "curves",
        title,
        unit: chart.currency,
        at: chart.prices,
        curves: chart.curves.map(({ name, shares }) => ({
          name: t(`findings.price_${name}` as TranslationKey),
          tone: curveTones[name],
          isDashed: name.startsWith("too"),
          shares,
        })),
        points: chart.points.map(({ label, price, share }) => ({ name: pick(label), at: price, share })),
      };
  }
};

const describeQuestion = (speech: Speech, block: QuestionsBlock["block"], question: QuestionFinding): DocumentSection => {
  const { t, pick } = speech;
  const { base, chart, n, tables } = question;
  const title = pick(question.title);
  const hasLow = n > 0 && tables.some(({ rows }) => rows.some(({ isLow }) => isLow));
  return section(block, title, {
    sub: `${pick(question.text)} · ${base ? pick(base) : t("findings.base", { count: n })}`,
    charts: chart ? [chartOf(speech, chart, title)] : [],
    tables: [...tables, ...(question.others ?? [])].map((table) => tableOf(speech, table)),
    quotes: (question.groups ?? []).flatMap(({ label, quotations }) =>
      quotations.flatMap(({ code, excerpt }) =>
        excerpt === null ? [] : [{ words: excerpt, about: [pick(label), code === null ? "" : speech.nameOf(code)].filter(Boolean).join(" · ") }],
      ),
    ),
    notes: [pick(question.method), ...question.notes.map(pick), ...(hasLow ? [t("reports.low_base_note", { low: lowBase })] : [])],
  });
};

export const describeQuestions = (speech: Speech, block: QuestionsBlock): DocumentSection[] =>
  block.questions.map((question) => describeQuestion(speech, block.block, question));
