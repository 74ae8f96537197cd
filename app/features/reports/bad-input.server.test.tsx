// Whatever people answer, the report says what can be said: it never breaks and never prints a number that means nothing, in either language.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Locale } from "~/core/locale";
import { LanguageProvider, StringsContext } from "~/i18n/language";
import { allStrings } from "~/i18n/strings.server";
import type { Database } from "~db/client.server";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { storeStudy, type StoredStudy } from "../../../tests/support/stored-study";
import { canonicalJson } from "./canonical-json";
import { drawReport } from "./charts/draw-report.server";
import { ReportView } from "./components/report-view";
import { publishReport } from "./publish-report.server";
import { getLiveReport, getReport, getVersion } from "./queries.server";
import { holdReport, writeDraft } from "./save-draft.server";
import type { ReportContent } from "./report";

const both = (text: string) => ({ en: text, id: text });
const options = (...values: string[]) => values.map((value) => ({ value, label: both(value), screening: "neutral" }));
const scale = (max: number, measures: string) => ({
  preset: "custom",
  min: 1,
  max,
  topBoxes: [max - 1, max],
  bottomBoxes: [1, 2],
  highIsGood: true,
  measures,
});

const questions: StoredStudy["questions"] = [
  { key: "liking", type: "rating", config: scale(9, "overall_liking") },
  { key: "buy", type: "rating", config: scale(5, "purchase_intent") },
  { key: "soft", type: "rating", config: scale(7, "attribute") },
  { key: "strength", type: "just_about_right", config: { points: 5, attribute: both("strong") } },
  { key: "when", type: "single_choice", config: { options: options("morning", "night"), allowOther: true } },
  { key: "uses", type: "multiple_choice", config: { options: options("hands", "dishes") } },
  { key: "words", type: "cata", config: { terms: options("fresh", "sharp"), allowsNone: true } },
  { key: "amount", type: "number", config: { unit: both("ml"), min: 0, max: 500, step: 1, screening: null } },
  { key: "order", type: "ranking", config: { items: options("scent", "price", "foam"), top: null } },
  { key: "price", type: "price_sensitivity", config: { currency: "IDR", most: 1_000_000 } },
  { key: "why", type: "open_text", config: { maxLength: 10_000, minLength: 0, offersIdea: false } },
];

/** Answers that differ between people and prototypes. */
const varied = (person: number, place: number, key: string): unknown => {
  const noise = (person * 7 + key.length * 3 + place) % 5;
  switch (key) {
    case "liking":
      return 3 + noise + (place === 1 ? 1 : 0);
    case "buy":
    case "strength":
      return 1 + noise;
    case "soft":
      return 2 + noise;
    case "when":
      return noise > 2 ? "night" : "morning";
    case "uses":
      return noise > 1 ? ["hands", "dishes"] : ["hands"];
    case "words":
      return noise > 2 ? ["fresh"] : ["sharp"];
    case "amount":
      return noise * 10;
    case "order":
      return noise > 2 ? ["scent", "price", "foam"] : ["foam", "scent", "price"];
    case "price":
      return { too_cheap: 1000 + noise, cheap: 2000 + noise, expensive: 3000 + noise, too_expensive: 4000 + noise };
    default:
      return "Wangi sekali";
  }
};

const pageOf = (content: ReportContent, locale: Locale): string =>
  renderToStaticMarkup(
    <StringsContext.Provider value={allStrings}>
      <LanguageProvider locale={locale}>
        <ReportView content={content} charts={drawReport(content)} />
      </LanguageProvider>
    </StringsContext.Provider>,
  );

/** The text people read, without the markup, whose paths and styles must hold no such word either. */
const expectSound = (content: ReportContent) => {
  // Canonical JSON refuses numbers that are none.
  expect(canonicalJson(content)).not.toMatch(/undefined/);
  for (const locale of ["en", "id"] as const) {
    const html = pageOf(content, locale);
    expect(html.length).toBeGreaterThan(500);
    expect(html).not.toMatch(/NaN|Infinity|∞|undefined|\[object|null%/);
    // A key that has no sentence would stand there as it is.
    expect(html.replace(/<[^>]*>/g, " ")).not.toMatch(/\b(reports|findings|segments)\.[a-z_]+/);
  }
};

type Study = Partial<Omit<StoredStudy, "teamId">>;

const study = async (db: Database, more: Study) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, { teamId: cast.teamId, prototypes: ["A", "B"], questions, people: 40, answer: varied, ...more });
  return { trialId, ctx: contextFor(db, cast.rian) };
};

const rtl = "أحب الرائحة كثيرًا 🧼👩‍👩‍👧‍👦";

const cases: [string, Study][] = [
  ["nobody answered", { people: 0 }],
  ["one respondent", { people: 1 }],
  ["one respondent and one prototype", { people: 1, prototypes: ["A"] }],
  ["everyone the same", { answer: (_person, _place, key) => varied(1, 0, key) }],
  ["everyone the same, by different people", { design: "monadic", tried: (person) => [person % 2], answer: (_person, _place, key) => varied(1, 0, key) }],
  ["a prototype nobody tried", { prototypes: ["A", "B", "C"], tried: () => [0, 1] }],
  ["prototypes of which all but one were tried by nobody", { prototypes: ["A", "B", "C"], tried: () => [2] }],
  ["all missing", { answer: () => null }],
  ["nothing asked", { answer: () => undefined }],
  ["one question missing throughout", { answer: (person, place, key) => (key === "liking" ? null : varied(person, place, key)) }],
  ["one answer in all", { answer: (person, place, key) => (person + place === 0 ? varied(0, 0, key) : null) }],
  ["answers about no prototype", { tried: () => [null] }],
  ["answers of 10,000 characters", { answer: (person, place, key) => (key === "why" ? "a".repeat(10_000) : varied(person, place, key)) }],
  [
    "right-to-left text and emoji",
    {
      prototypes: [rtl, "B"],
      questions: questions.map((question) => ({ ...question, text: rtl })),
      answer: (person, place, key) => (key === "why" ? rtl : varied(person, place, key)),
    },
  ],
  [
    "300 options",
    {
      questions: [
        questions[0]!,
        { key: "many", type: "multiple_choice", config: { options: options(...Array.from({ length: 300 }, (_, index) => `o${index}`)) } },
        { key: "one", type: "single_choice", config: { options: options(...Array.from({ length: 300 }, (_, index) => `o${index}`)), allowOther: false } },
      ],
      answer: (person, place, key) => (key === "liking" ? varied(person, place, key) : key === "many" ? [`o${person}`, "o299"] : `o${(person * 7) % 300}`),
    },
  ],
];

describe("a whole report, computed, published and shown in both languages", () => {
  it.each(cases)(
    "stands with %s",
    (_name, more) =>
      rolledBack(async (db) => {
        const { ctx, trialId } = await study(db, more);
        const { content } = await getLiveReport(ctx, trialId);
        expectSound(content);
        const number = await publishReport(ctx, { trialId });
        expect(canonicalJson((await getVersion(ctx, trialId, number)).content)).toBe(canonicalJson(content));
      })(),
    60_000,
  );

  it.each([
    ["of zero for everybody who tried B", { female: 100, male: 0 }],
    ["for a group that nobody belongs to", { female: 50, male: 25, other: 25 }],
    ["for people of whom nothing is known", { tall: 50, small: 50 }],
  ])(
    "stands with weights %s",
    (_name, shares: Record<string, number>) =>
      rolledBack(async (db) => {
        const { ctx, trialId } = await study(db, {
          design: "monadic",
          tried: (person) => [person % 2],
          profile: (person) => ({ sex: person % 2 ? "male" : "female" }),
        });
        const report = await holdReport(ctx, trialId);
        await writeDraft(ctx, report, { ...report.draft, weighting: { targets: [{ fact: "sex", shares }], cap: 5, isUsed: true } });
        expect((await getReport(ctx, trialId)).report.draft.weighting?.isUsed).toBe(true);
        expectSound((await getLiveReport(ctx, trialId)).content);
      })(),
    60_000,
  );
});
