// What the form of a new idea is filled with: a draft, else a remark from a questionnaire, else the words that were searched for.
import { randomUUID } from "node:crypto";
import type { Context } from "~/core/context";
import { authorize } from "~/policy/can";
import { findDraft } from "./drafts.server";
import { ideaLimits } from "./idea";
import { listBoards } from "./queries.server";
import { findDiaryRemark, findRemark } from "./remark.server";
import { listSimilarIdeas } from "./search.server";

/** One draft for ideas from scratch, and one for each response or note in a diary that an idea grows from. */
export const newIdeaScope = ({ fromResponseId, fromNoteId }: { fromResponseId?: number; fromNoteId?: number }): string =>
  fromResponseId ? `idea:response-${fromResponseId}` : fromNoteId ? `idea:note-${fromNoteId}` : "idea:new";

const idIn = (text: string | null): number | undefined => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

/** Somebody else's response is passed over in silence: the form is then empty. */
export const loadNewIdea = async (ctx: Context, search: URLSearchParams) => {
  authorize(ctx.actor, "submit-idea", null);
  const responseId = idIn(search.get("response"));
  const questionKey = search.get("question")?.slice(0, 80);
  const hasQuestion = questionKey && /^[\w-]+$/.test(questionKey);
  const noteId = idIn(search.get("note"));
  const [all, answer, note] = await Promise.all([
    listBoards(ctx),
    responseId && hasQuestion ? findRemark(ctx, { responseId, questionKey }) : null,
    noteId ? findDiaryRemark(ctx, noteId) : null,
  ]);
  const origin = { fromResponseId: answer?.responseId, fromNoteId: note?.noteId };
  const remark = answer?.text || note?.text || null;
  const boards = all.filter(({ kind }) => kind === "ideas");
  const scope = newIdeaScope(origin);
  const draft = await findDraft(ctx, scope);
  const slug = search.get("board");
  const chosen = boards.find((board) => board.slug === slug) ?? (boards.length === 1 ? boards[0] : undefined);
  const title = draft?.body.title ?? (search.get("title") ?? "").replaceAll("\0", "").slice(0, ideaLimits.titleMax);
  return {
    boards: boards.map(({ id, name }) => ({ id, name })),
    scope,
    revision: draft?.revision ?? 0,
    boardId: draft?.body.boardId ?? (chosen ? String(chosen.id) : ""),
    title,
    body: draft?.body.body ?? remark ?? "",
    remark,
    origin,
    similar: await listSimilarIdeas(ctx, { text: title }),
    onceKey: randomUUID(),
  };
};
