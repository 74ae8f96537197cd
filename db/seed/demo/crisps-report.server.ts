// From the crisps' answers to what members read: themes by two coders, two versions of the report, decisions, a link for the pouch maker, a change.
import { listPickedQuotations } from "../../../app/features/reports/changes/queries.server";
import { publishChange } from "../../../app/features/reports/changes/publish-change.server";
import { createChange } from "../../../app/features/reports/changes/write-change.server";
import { decideFlag } from "../../../app/features/reports/judge-response.server";
import { listFlagged } from "../../../app/features/reports/quality.server";
import { listQuotableAnswers, pickQuotation } from "../../../app/features/reports/pick-quotation.server";
import { publishReport } from "../../../app/features/reports/publish-report.server";
import { saveSegment } from "../../../app/features/reports/segments/save-segment.server";
import { boxOf } from "../../../app/features/reports/segments/segment";
import { openSharedVersion } from "../../../app/features/reports/sharing/queries.server";
import { revokeShare, shareVersion } from "../../../app/features/reports/sharing/share-version.server";
import { getWeighting, saveWeighting } from "../../../app/features/reports/weights/save-weighting.server";
import { fieldOf, shapeOf } from "../../../app/features/reports/weights/weighting";
import { compareCoders, settleAnswer } from "../../../app/features/themes/compare-coders.server";
import { crispsThemes } from "../texts/crisps-open-answers";
import { crispsChange, crispsDecisions, crispsReport, crispsReportWeighted, crispsSegments, crispsTargets } from "../texts/crisps-report";
import { monthBefore } from "./changes.server";
import { codeAnswers, readAnswers, writeCodebook } from "./code-themes.server";
import { meantByCrisps } from "./crisps-answers";
import { playDecision } from "./decisions.server";
import type { OnTimeline } from "./launch-trial.server";
import { productId, type DemoShelf } from "./products.server";
import { as, asHouse, dayAt, schedule, type Stage } from "./stage.server";
import { writeOver } from "./write-over.server";

const questions = ["likes", "dislikes"] as const;

/** Dewi overlooks the second theme of some answers, and reads thirst as saltiness. */
const asDewi = (themes: readonly string[], place: number): readonly string[] => {
  if (themes.length > 1) return place % 2 === 1 ? themes.slice(0, 1) : themes;
  return themes[0] === "thirst" ? ["salt"] : themes;
};

/** What was flagged is looked at before anybody sees a result. */
const judgeFlags = async (stage: Stage, trialId: number, at: Date): Promise<void> => {
  const maya = as(stage, "maya", at);
  const { items } = await listFlagged(maya, trialId, null);
  for (const { id } of items) await decideFlag(maya, { trialId, responseId: id, decision: "kept", reason: "Cepat, tetapi jawabannya masuk akal." });
};

/** Maya and Dewi read everything without seeing each other's codes, then lay them side by side and settle what they have time for. */
const codeTwice = async (stage: Stage, trialId: number, at: Date): Promise<void> => {
  for (const question of questions) {
    const asked = { trialId, questionKey: question };
    const meant = (text: string) => ({ themes: meantByCrisps(text), tone: question === "likes" ? ("positive" as const) : ("negative" as const) });
    const used = new Set((await readAnswers(stage, "maya", asked, at)).flatMap(({ text }) => meantByCrisps(text)));
    const book = await writeCodebook(
      stage,
      "maya",
      asked,
      crispsThemes.filter(({ key }) => used.has(key)),
      at,
    );
    await codeAnswers(stage, "maya", asked, book, at, meant);
    await codeAnswers(stage, "dewi", asked, book, at, (text, place) => ({ ...meant(text), themes: asDewi(meant(text).themes, place) }));
    for (const coder of ["maya", "dewi"]) await compareCoders(as(stage, coder, at), asked);
    const all = await readAnswers(stage, "maya", asked, at);
    const differing = all.filter(({ text }, place) => asDewi(meantByCrisps(text), place).join() !== meantByCrisps(text).join());
    for (const { responseId, text } of differing.slice(0, -2)) {
      const themeIds = meantByCrisps(text).map((key) => book.get(key)!);
      await settleAnswer(as(stage, "maya", at), { ...asked, responseId, themeIds });
    }
  }
};

const pickWords = async (stage: Stage, trialId: number, at: Date): Promise<void> => {
  const rian = as(stage, "rian", at);
  for (const questionKey of questions) {
    const { page } = await listQuotableAnswers(rian, trialId, { questionKey, after: null });
    for (const { responseId, answer } of page.items.filter((each) => each.answer.length > 24).slice(0, 9))
      await pickQuotation(rian, { trialId, responseId, questionKey, excerpt: answer });
  }
};

const weigh = async (stage: Stage, trialId: number, at: Date): Promise<void> => {
  const rian = as(stage, "rian", at);
  const { choices, revision } = await getWeighting(rian, trialId);
  const wanted = new Map(
    choices.flatMap(({ fact, options }, index) => {
      const shares = crispsTargets.find((target) => target.fact === fact)?.shares ?? {};
      return options.flatMap(({ value }, place) => (shares[value] === undefined ? [] : [[fieldOf(index, place), String(shares[value])] as const]));
    }),
  );
  await saveWeighting(rian, { trialId, shape: shapeOf(choices), revision, fieldAt: (name) => wanted.get(name) ?? "", cap: 5, isUsed: true });
};

const tell = async (stage: Stage, shelf: DemoShelf, trialId: number, decisionId: number, at: Date): Promise<void> => {
  const { title, said, did, steps } = crispsChange;
  const rian = as(stage, "rian", at);
  const picked = await listPickedQuotations(rian, trialId);
  const quotation = picked.find(({ excerpt }) => meantByCrisps(excerpt).includes("salt")) ?? picked[0]!;
  const changeId = await createChange(rian, {
    productId: productId(shelf, "cassava-crisps"),
    decisionId,
    quotationId: quotation.id,
    title,
    said,
    did,
    quote: quotation.excerpt,
    steps: steps.map(({ label, monthsAgo }) => ({ label, on: monthBefore(stage, monthsAgo) })),
    ideaIds: [],
  });
  await publishChange(rian, changeId);
};

/** The maker of the pouches has read the report by a link; the first one went to a wrong address and was taken back. */
const share = (stage: Stage, trial: OnTimeline): void => {
  const [wrongAt, sharedAt, openedAt] = [dayAt(stage, 12, 10.1), dayAt(stage, 12, 10.6), dayAt(stage, 9, 8.7)];
  const make = (at: Date, note: string) => shareVersion(as(stage, "rian", at), { trialId: trial.id, number: 2, note, days: 30 });
  schedule(stage, wrongAt, async () => {
    const { id } = await make(wrongAt, "Pabrik kemasan");
    await revokeShare(as(stage, "rian", wrongAt), id);
  });
  schedule(stage, sharedAt, async () => {
    const { token } = await make(sharedAt, "Pabrik kemasan, Ibu Ratna");
    for (const at of [dayAt(stage, 11, 15.2), openedAt]) schedule(stage, at, () => openSharedVersion(asHouse(stage, at), token));
  });
};

export const seedCrispsReport = (stage: Stage, shelf: DemoShelf, trial: OnTimeline): void => {
  const on = (day: number, hour: number, play: (at: Date) => Promise<unknown>) => {
    const at = dayAt(stage, day, hour);
    schedule(stage, at, () => play(at));
  };
  on(149, 9.6, (at) => judgeFlags(stage, trial.id, at));
  on(147, 13.1, (at) => codeTwice(stage, trial.id, at));
  on(145, 9.6, (at) => pickWords(stage, trial.id, at));
  on(144, 14.2, (at) => writeOver(stage, trial.id, crispsReport, at));
  on(142, 9.4, (at) => publishReport(as(stage, "rian", at), { trialId: trial.id }));
  for (const [place, { name, only }] of crispsSegments.entries())
    on(141, 10 + place, (at) =>
      saveSegment(as(stage, "rian", at), { trialId: trial.id, name, boxes: only.flatMap((each) => each.values.map((value) => boxOf(each, value))) }),
    );
  on(140, 11.3, (at) => weigh(stage, trial.id, at));
  on(140, 11.8, (at) => writeOver(stage, trial.id, crispsReportWeighted, at));
  on(139, 9.2, (at) => publishReport(as(stage, "rian", at), { trialId: trial.id }));
  const decided = new Map(crispsDecisions.map((decision) => [decision.key, playDecision(stage, trial, decision)]));
  on(crispsChange.publishedDaysAgo, 9.8, (at) => tell(stage, shelf, trial.id, decided.get("less-salt")!.id, at));
  share(stage, trial);
};
