// One of everything, for tests that ask who gets to see what. What must stay hidden carries the word RAHASIA.
import { noon } from "./database";
import { createCast, createPerson, type Cast } from "./cast";
import { after, dayInMs } from "~/core/time";
import type { Question } from "~/features/questionnaires/questionnaire";
import { emptyDraft } from "~/features/reports/report";
import { startSession } from "~/platform/sessions.server";
import type { Database } from "~db/client.server";
import * as schema from "~db/schema/index";

export const hidden = "RAHASIA";
const text = (words: string) => ({ en: words, id: words });
const none = text("");

const one = <T>([row]: T[]): T => {
  if (!row) throw new Error("The row was not created");
  return row;
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** The cast, Tono who manages another team's products, and rows in the states that matter. Real commits. */
export const createWorld = async (db: Database) => {
  const cast: Cast = await createCast(db);
  const otherTeam = one(await db.insert(schema.teams).values({ name: "Snacks" }).returning());
  const tono = await createPerson(db, "Tono", "product_manager", [otherTeam.id]);
  const { sari, budi, maya } = cast;

  const product = one(
    await db
      .insert(schema.products)
      .values({ teamId: cast.teamId, name: text(`Sabun ${hidden}`), description: none, createdAt: noon })
      .returning(),
  );
  const prototype = one(
    await db.insert(schema.prototypes).values({ productId: product.id, name: hidden, description: none, usage: none, createdAt: noon }).returning(),
  );
  const questionnaire = one(
    await db
      .insert(schema.questionnaires)
      .values({ kind: "evaluation", title: text("Isian"), createdAt: noon })
      .returning(),
  );
  const remark: Question = {
    key: "kata",
    type: "open_text",
    text: text("Apa kata Anda?"),
    help: none,
    required: false,
    dataClass: "ordinary",
    section: null,
    config: { maxLength: 500, minLength: 0, offersIdea: false },
  };
  const definition = { kind: "evaluation" as const, title: text("Isian"), questions: [remark] };
  const version = one(
    await db.insert(schema.questionnaireVersions).values({ questionnaireId: questionnaire.id, number: 1, definition, createdAt: noon }).returning(),
  );

  const createTrial = async (state: "draft" | "recruiting" | "fieldwork" | "reported", name: string) =>
    one(
      await db
        .insert(schema.trials)
        .values({
          productId: product.id,
          name: text(name),
          summary: text("Coba di rumah"),
          objectives: hidden,
          receives: text("Satu botol"),
          confidentiality: text("Mohon dirahasiakan"),
          state,
          questionnaireId: questionnaire.id,
          ...(state !== "draft" && { questionnaireVersionId: version.id }),
          applyUntil: after(noon, 400 * dayInMs),
          fieldworkFrom: noon,
          fieldworkUntil: after(noon, 500 * dayInMs),
          places: 10,
          seed: "1",
          createdAt: noon,
        })
        .returning(),
    );
  const draft = await createTrial("draft", `Rencana ${hidden}`);
  const recruiting = await createTrial("recruiting", "Uji coba terbuka");
  const fieldwork = await createTrial("fieldwork", "Uji coba berjalan");
  const application = one(
    await db.insert(schema.applications).values({ trialId: fieldwork.id, personId: sari.id, state: "accepted", appliedAt: noon }).returning(),
  );
  const participant = one(
    await db
      .insert(schema.participants)
      .values({ trialId: fieldwork.id, personId: sari.id, applicationId: application.id, state: "active", confidentialityAcceptedAt: noon, createdAt: noon })
      .returning(),
  );
  await db.insert(schema.parcels).values({ participantId: participant.id });
  const response = one(
    await db
      .insert(schema.responses)
      .values({ versionId: version.id, participantId: participant.id, prototypeId: prototype.id, position: 1, startedAt: noon })
      .returning(),
  );
  const file = one(
    await db
      .insert(schema.files)
      .values({ id: "f".repeat(32), ownerId: sari.id, responseId: response.id, state: "attached", width: 1, height: 1, bytes: 1, createdAt: noon })
      .returning(),
  );

  const board = one(
    await db
      .insert(schema.boards)
      .values({ slug: "cuci", name: text("Cuci"), purpose: text("Tentang mencuci"), createdAt: noon })
      .returning(),
  );
  const statementBoard = one(
    await db
      .insert(schema.boards)
      .values({ slug: "pernyataan", name: text("Pernyataan"), purpose: text("Setuju atau tidak"), kind: "statements", createdAt: noon })
      .returning(),
  );
  const statement = one(
    await db.insert(schema.statements).values({ boardId: statementBoard.id, text: "Saset harus hilang", language: "id", createdAt: noon }).returning(),
  );
  const idea = (authorId: number, state: "published" | "pending", title: string) =>
    db
      .insert(schema.ideas)
      .values({
        boardId: board.id,
        authorId,
        title,
        body: "Isi sebuah ide yang cukup panjang",
        language: "id",
        state,
        hot: 1,
        createdAt: noon,
        publishedAt: state === "published" ? noon : null,
      })
      .returning()
      .then(one);
  const published = await idea(budi.id, "published", "Tutup botol yang mudah dibuka");
  const pending = await idea(sari.id, "pending", `Ide ${hidden}`);
  const comment = one(
    await db
      .insert(schema.comments)
      .values({ ideaId: published.id, authorId: sari.id, body: `Komentar ${hidden}`, state: "pending", createdAt: noon })
      .returning(),
  );
  const shown = one(
    await db
      .insert(schema.comments)
      .values({ ideaId: published.id, authorId: budi.id, body: "Setuju sekali", state: "published", createdAt: noon, publishedAt: noon })
      .returning(),
  );
  const openCase = one(
    await db
      .insert(schema.cases)
      .values({ subjectKind: "idea", subjectId: pending.id, reasons: [{ key: "first_post", weight: 10 }], priority: 1, openedAt: noon })
      .returning(),
  );
  const closedCase = one(
    await db
      .insert(schema.cases)
      .values({
        subjectKind: "idea",
        subjectId: published.id,
        reasons: [{ key: "first_post", weight: 10 }],
        priority: 1,
        state: "closed",
        openedAt: noon,
        closedAt: noon,
      })
      .returning(),
  );
  const verdict = one(
    await db.insert(schema.verdicts).values({ caseId: closedCase.id, verdict: "approve", before: "pending", by: maya.id, at: noon }).returning(),
  );
  const event = one(
    await db
      .insert(schema.activity)
      .values({ at: noon, actorId: maya.id, kind: "idea.published", subjectKind: "idea", subjectId: String(published.id) })
      .returning(),
  );
  const notification = one(
    await db
      .insert(schema.notifications)
      .values({ personId: sari.id, activityId: event.id, kind: "idea.published", data: {}, path: "/ideas", createdAt: noon })
      .returning(),
  );
  const mail = one(
    await db
      .insert(schema.mails)
      .values({ messageKey: "k", to: "sari@contoh.example", subject: hidden, html: hidden, text: hidden, createdAt: noon })
      .returning(),
  );

  const change = one(
    await db
      .insert(schema.changes)
      .values({ productId: product.id, title: text(`Berubah ${hidden}`), said: text(hidden), did: text(hidden), createdAt: noon })
      .returning(),
  );

  const report = one(await db.insert(schema.reports).values({ trialId: fieldwork.id, draft: emptyDraft, revision: 0, createdAt: noon }).returning());
  const reportComment = one(
    await db.insert(schema.reportComments).values({ reportId: report.id, block: "base", authorId: maya.id, body: hidden, createdAt: noon }).returning(),
  );

  const people = { sari, budi, maya, rian: cast.rian, tono, dewi: cast.dewi };
  const cookies: Record<keyof typeof people | "visitor", string | undefined> = {
    visitor: undefined,
    sari: "",
    budi: "",
    maya: "",
    rian: "",
    tono: "",
    dewi: "",
  };
  for (const [name, person] of Object.entries(people))
    cookies[name as keyof typeof people] = (await startSession(db, person, "a test", new Date())).split(";", 1)[0]!;
  return {
    cast,
    tono,
    otherTeam,
    product,
    prototype,
    questionnaire,
    version,
    draft,
    recruiting,
    fieldwork,
    application,
    participant,
    response,
    file,
    board,
    statementBoard,
    statement,
    published,
    pending,
    comment,
    shown,
    openCase,
    verdict,
    notification,
    mail,
    change,
    reportComment,
    cookies,
  };
};
