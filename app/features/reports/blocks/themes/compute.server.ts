// What people said, by theme: how many people, about which prototype, how it sounds, what liking goes with it, and words of those who may be quoted.
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { effectiveCodings } from "~/features/themes/effective-codes.server";
import { listThemes } from "~/features/themes/codebook.server";
import { hearTones, readTexts } from "~/features/themes/hear-tones.server";
import { standingThemes, type Codes } from "~/features/themes/theme";
import { quotations, responses, trialPrototypes } from "~db/schema/index";
import type { ReportData } from "../../data.server";
import { consentingResponses } from "../../quotable.server";
import type { QuestionFinding, QuestionsBlock, QuotedGroup } from "../../question-result";
import { lastTone, type CodedAnswers, type ThemeOption } from "./coded-answers";
import { likingTable } from "./liking.server";
import { peopleTable, shareChart } from "./people.server";
import { comparePrototypes } from "./prototypes.server";
import { sayTheme } from "./say.server";
import { toneNotes, toneTable } from "./tones.server";

const mostQuoted = 3;

const readCodings = async (ctx: Context, data: ReportData, question: Question): Promise<CodedAnswers | null> => {
  const versionId = data.trial.questionnaireVersionId;
  if (versionId === null) return null;
  const all = await listThemes(ctx, { trialId: data.trial.id, questionKey: question.key });
  if (all.length === 0) return null;
  const codings = await effectiveCodings(ctx, { questionKey: question.key, versionId });
  if (codings.size === 0) return null;
  const standing = standingThemes(all);
  const inForce = new Map<string, ReadonlySet<string>>();
  const setOf = ({ themeIds }: Codes): ReadonlySet<string> => {
    const key = themeIds.join();
    const known = inForce.get(key) ?? new Set(themeIds.map((id) => String(standing.get(id) ?? id)));
    inForce.set(key, known);
    return known;
  };
  const chosen = Array.from(data.ids, (id) => {
    const codes = codings.get(id);
    return codes && setOf(codes);
  });
  const themes = all.filter(({ mergedInto }) => mergedInto === null).map(({ id, name }): ThemeOption => ({ value: String(id), label: name }));
  const answered = (data.answered.get(question.key) ?? []).reduce((sum, { n }) => sum + n, 0);
  return { themes, chosen, answered, coded: chosen.filter((set) => set !== undefined).length, tones: lastTone(data.ids, codings) };
};

/** Excerpts that were picked for the report, of answers with the theme, while their owners agree. */
const quoteThemes = async (ctx: Context, data: ReportData, question: Question, coded: CodedAnswers, reportId: number | null): Promise<QuotedGroup[]> => {
  if (reportId === null) return [];
  const picked = await ctx.db
    .select({ response: quotations.responseId, excerpt: quotations.excerpt, code: trialPrototypes.code })
    .from(quotations)
    .innerJoin(responses, eq(responses.id, quotations.responseId))
    .leftJoin(trialPrototypes, and(eq(trialPrototypes.prototypeId, responses.prototypeId), eq(trialPrototypes.trialId, data.trial.id)))
    .where(and(eq(quotations.reportId, reportId), eq(quotations.questionKey, question.key)))
    .orderBy(asc(quotations.id));
  const quotable = await consentingResponses(
    ctx,
    picked.map(({ response }) => response),
  );
  const rowOf = new Map(Array.from(data.ids, (id, row) => [id, row]));
  return coded.themes.flatMap(({ value, label }): QuotedGroup[] => {
    const own = picked.filter(({ response }) => quotable.has(response) && coded.chosen[rowOf.get(response) ?? -1]?.has(value)).slice(0, mostQuoted);
    return own.length === 0 ? [] : [{ label, quotations: own }];
  });
};

const analyse = async (ctx: Context, data: ReportData, question: Question, coded: CodedAnswers, reportId: number | null): Promise<QuestionFinding> => {
  const ids = Array.from(data.ids).filter((_, row) => coded.chosen[row] !== undefined);
  const texts = await readTexts(ctx, question.key, ids);
  const hearing = await hearTones(
    ctx,
    ids.map((responseId) => ({ responseId, text: texts.get(responseId) ?? "", tone: coded.tones.get(responseId) ?? null })),
  );
  const people = peopleTable(data, coded);
  const prototypes = comparePrototypes(data, question, coded);
  const liking = likingTable(data, coded);
  const notes: LocalizedText[] = [
    ...(coded.coded < coded.answered ? [sayTheme("note_not_coded", { coded: coded.coded, answered: coded.answered })] : []),
    sayTheme("note_small", { least: 5 }),
    ...(liking ? [sayTheme("note_liking")] : []),
    ...toneNotes(hearing, coded.coded),
  ];
  return {
    key: question.key,
    text: question.text,
    ...(prototypes?.finding ?? { title: people.title, strength: null }),
    n: coded.coded,
    chart: shareChart(people),
    tables: [people.table, ...(prototypes ? prototypes.tables : []), ...(liking ? [liking] : []), toneTable(data, coded, hearing)],
    method: sayTheme(prototypes ? "method_compared" : "method"),
    notes,
    groups: await quoteThemes(ctx, data, question, coded, reportId),
  };
};

/** Nothing where nobody has coded yet: the answers are counted among the quotations. */
export const computeThemes = async (ctx: Context, data: ReportData, reportId: number | null): Promise<QuestionsBlock | null> => {
  const questions: QuestionFinding[] = [];
  for (const question of data.questions.filter(({ type }) => type === "open_text")) {
    const coded = await readCodings(ctx, data, question);
    if (coded && coded.coded > 0) questions.push(await analyse(ctx, data, question, coded, reportId));
  }
  return questions.length === 0 ? null : { block: "themes", questions };
};
