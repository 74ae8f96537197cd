// A trial whose fieldwork is over, with any questions and any answers, stored as if it had run here.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { Design } from "~/features/trials/trial";
import type { Database } from "~db/client.server";
import { answers, participants, products, prototypes, questionnaires, questionnaireVersions, responses, trialPrototypes, trials } from "~db/schema/index";
import { noon } from "./database";

const both = (text: string) => ({ en: text, id: text });

type Asked = { key: string; type: string; config: unknown; text?: string; dataClass?: Question["dataClass"] };

export type StoredStudy = {
  teamId: number;
  design?: Design;
  prototypes: string[];
  questions: Asked[];
  people: number;
  /** Which prototypes somebody tried, in order; all of them where this is absent. Null for one response about no prototype. */
  tried?: (person: number) => (number | null)[];
  profile?: (person: number) => Record<string, string>;
  /** Undefined for a question that was not asked, null for one that was skipped. */
  answer: (person: number, prototype: number, key: string) => unknown;
};

/** How much it was liked, and whether it was used in the morning or at night. */
export const likingAndWhen: Asked[] = [
  {
    key: "liking",
    type: "rating",
    config: { preset: "hedonic9", min: 1, max: 9, topBoxes: [8, 9], bottomBoxes: [1], highIsGood: true, measures: "overall_liking" },
  },
  {
    key: "when",
    type: "single_choice",
    config: { options: ["morning", "night"].map((value) => ({ value, label: both(value), screening: "neutral" })), allowOther: false },
  },
];

const inParts = async <Row>(rows: Row[], store: (part: Row[]) => Promise<unknown>) => {
  for (let from = 0; from < rows.length; from += 2000) await store(rows.slice(from, from + 2000));
};

/** The id of the trial. Blind codes are 101, 202, 303 and so on. */
export const storeStudy = async (db: Database, study: StoredStudy): Promise<number> => {
  const empty = both("");
  const [product] = await db
    .insert(products)
    .values({ teamId: study.teamId, name: both("Soap"), description: empty, createdAt: noon })
    .returning();
  const made = await db
    .insert(prototypes)
    .values(study.prototypes.map((name) => ({ productId: product!.id, name, description: empty, usage: empty, createdAt: noon })))
    .returning();
  const questions = study.questions.map(({ key, type, config, text, dataClass = "ordinary" }): Question => ({
    key,
    type,
    config,
    text: both(text ?? key),
    help: empty,
    required: false,
    dataClass,
    section: null,
  }));
  const [questionnaire] = await db
    .insert(questionnaires)
    .values({ kind: "evaluation", title: both("Soap"), createdAt: noon })
    .returning();
  const definition = { kind: "evaluation" as const, title: both("Soap"), questions };
  const [version] = await db.insert(questionnaireVersions).values({ questionnaireId: questionnaire!.id, number: 1, definition, createdAt: noon }).returning();
  const [trial] = await db
    .insert(trials)
    .values({
      productId: product!.id,
      name: both("Soap trial"),
      summary: empty,
      receives: empty,
      confidentiality: empty,
      state: "analysis",
      design: study.design ?? "sequential_monadic",
      prototypesPerPerson: study.prototypes.length,
      questionnaireId: questionnaire!.id,
      questionnaireVersionId: version!.id,
      seed: "seed",
      createdAt: noon,
    })
    .returning();
  await db.insert(trialPrototypes).values(made.map(({ id }, place) => ({ trialId: trial!.id, prototypeId: id, code: String(101 * (place + 1)) })));
  if (study.people === 0) return trial!.id;
  const people: { id: number }[] = [];
  await inParts(
    Array.from({ length: study.people }, (_, person) => ({
      trialId: trial!.id,
      respondent: `r${person}`,
      state: "complete" as const,
      profile: study.profile?.(person) ?? {},
      createdAt: noon,
    })),
    async (part) => people.push(...(await db.insert(participants).values(part).returning({ id: participants.id }))),
  );
  const tried = study.tried ?? (() => study.prototypes.map((_, place) => place));
  const rows = people.flatMap(({ id }, person) => tried(person).map((place, index) => ({ person, participantId: id, place, position: index + 1 })));
  const stored: { id: number; participantId: number | null; prototypeId: number | null }[] = [];
  await inParts(rows, async (part) =>
    stored.push(
      ...(await db
        .insert(responses)
        .values(
          part.map(({ participantId, place, position }) => ({
            versionId: version!.id,
            participantId,
            prototypeId: place === null ? null : made[place]!.id,
            position,
            state: "submitted" as const,
            submittedAt: noon,
            startedAt: noon,
          })),
        )
        .returning({ id: responses.id, participantId: responses.participantId, prototypeId: responses.prototypeId })),
    ),
  );
  const given = rows.flatMap(({ person, place }, index) =>
    study.questions.flatMap(({ key }) => {
      const value = study.answer(person, place ?? -1, key);
      if (value === undefined) return [];
      return [
        { responseId: stored[index]!.id, questionKey: key, status: value === null ? ("skipped" as const) : ("answered" as const), value, updatedAt: noon },
      ];
    }),
  );
  await inParts(given, (part) => db.insert(answers).values(part));
  return trial!.id;
};
