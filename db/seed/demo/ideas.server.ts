// Boards, ideas, comments, votes, flags and answers, told in the order in which they happened.
import { and, eq } from "drizzle-orm";
import { hourInMs, after } from "../../../app/core/time";
import { decideComment } from "../../../app/features/comments/decide-comment.server";
import { flagComment } from "../../../app/features/comments/flag-comment.server";
import { submitComment } from "../../../app/features/comments/submit-comment.server";
import { answerIdea } from "../../../app/features/ideas/answer-idea.server";
import { createBoard } from "../../../app/features/ideas/create-board.server";
import { decideIdea } from "../../../app/features/ideas/decide-idea.server";
import { setIdeaStatus } from "../../../app/features/ideas/set-idea-status.server";
import { submitIdea } from "../../../app/features/ideas/submit-idea.server";
import { voteForIdea } from "../../../app/features/ideas/vote-for-idea.server";
import type { CaseSubject } from "../../../app/features/moderation/case";
import type { VerdictInput } from "../../../app/features/moderation/record-verdict.server";
import { createRandom, nextInt, nextUniform, shuffle } from "../../../app/statistics/random";
import { cases } from "../../schema/index";
import { demoBoards } from "../texts/boards";
import { babyComments } from "../texts/comments-baby";
import { hairComments } from "../texts/comments-hair";
import { kitchenComments } from "../texts/comments-kitchen";
import { laundryComments } from "../texts/comments-laundry";
import { babyIdeas } from "../texts/ideas-baby";
import { hairIdeas } from "../texts/ideas-hair";
import { kitchenIdeas } from "../texts/ideas-kitchen";
import { laundryIdeas } from "../texts/ideas-laundry";
import { demoModerationReplies } from "../texts/moderation-replies";
import type { DemoComment, DemoIdea } from "../texts/types";
import { as, daysAgo, person, type Stage } from "./stage.server";

const ideas: readonly DemoIdea[] = [...laundryIdeas, ...babyIdeas, ...hairIdeas, ...kitchenIdeas];
const comments: readonly DemoComment[] = [...laundryComments, ...babyComments, ...hairComments, ...kitchenComments];

type Scene = { at: Date; play: () => Promise<void> };
type Judged = (ctx: ReturnType<typeof as>, input: VerdictInput) => Promise<unknown>;

/** The moderator reads what waits; without an open case it was public at once. */
const judge = async (stage: Stage, subjectKind: CaseSubject, subjectId: number, at: Date, decide: Judged, verdict: Partial<VerdictInput>): Promise<void> => {
  const [open] = await stage.db
    .select({ caseId: cases.id, version: cases.version })
    .from(cases)
    .where(and(eq(cases.subjectKind, subjectKind), eq(cases.subjectId, subjectId), eq(cases.state, "open")));
  if (open) await decide(as(stage, "maya", at), { ...open, verdict: "approve", ...verdict });
};

export const seedIdeas = async (stage: Stage): Promise<Map<string, number>> => {
  const boards = new Map<string, number>();
  for (const [place, board] of demoBoards.entries()) {
    const { boardId } = await createBoard(as(stage, "maya", daysAgo(stage, 715)), {
      slug: board.key,
      name: board.name,
      purpose: board.purpose,
      position: place + 1,
    });
    boards.set(board.key, boardId);
  }
  const ideaIds = new Map<string, number>();
  const commentIds = new Map<string, number[]>();
  const random = createRandom("demo-community");
  /** Flags came in the last days, so that the queue is no older than a moderator's weekend. */
  const late: Scene[] = [];

  const submit = async (idea: DemoIdea, at: Date) => {
    const { ideaId, state } = await submitIdea(as(stage, idea.author, at), { boardId: boards.get(idea.board) as number, title: idea.title, body: idea.body });
    ideaIds.set(idea.key, ideaId);
    if (idea.state === "pending" || (state !== "pending" && idea.state !== "declined")) return;
    const reply = demoModerationReplies.find((canned) => canned.verdict === "decline" && canned.reason === idea.declineReason);
    const declined = {
      verdict: "decline",
      reason: idea.declineReason,
      message: reply?.body[person(stage, idea.author).locale].replace("{title}", idea.title),
    } as const;
    await judge(stage, "idea", ideaId, after(at, hourInMs), decideIdea, idea.state === "declined" ? declined : {});
  };

  const write = async (comment: DemoComment, at: Date) => {
    const thread = commentIds.get(comment.idea) ?? [];
    commentIds.set(comment.idea, thread);
    const ideaId = ideaIds.get(comment.idea) as number;
    const parentId = comment.replyTo === undefined ? undefined : thread[comment.replyTo];
    const { commentId } = await submitComment(as(stage, comment.author, at), { ideaId, body: comment.body, parentId });
    thread.push(commentId);
    if (comment.state !== "pending") await judge(stage, "comment", commentId, after(at, hourInMs / 4), decideComment, {});
    for (const [place, key] of (comment.flagged?.flaggedBy ?? []).entries()) {
      const flaggedAt = daysAgo(stage, 1.4 - (comment.daysAgo % 7) / 10, place * 3);
      if (flaggedAt > at)
        late.push({ at: flaggedAt, play: async () => void (await flagComment(as(stage, key, flaggedAt), { commentId, reason: comment.flagged!.reason })) });
    }
  };

  const scenes: Scene[] = [];
  const members = [...stage.people].filter(([, actor]) => actor.role === "member").map(([key]) => key);
  for (const idea of ideas) {
    const at = daysAgo(stage, idea.daysAgo);
    scenes.push({ at, play: () => submit(idea, at) });
    if (idea.state) continue;
    const voters = shuffle(
      random,
      members.filter((key) => key !== idea.author),
    ).slice(0, Math.round((members.length * idea.popularity) / 100));
    // Most votes come in the first days after an idea is published, some much later.
    for (const voter of voters) {
      const votedAt = daysAgo(stage, idea.daysAgo * (1 - nextUniform(random) ** 2), 2);
      if (votedAt > at)
        scenes.push({
          at: votedAt,
          play: async () => void (await voteForIdea(as(stage, voter, votedAt), { ideaId: ideaIds.get(idea.key) as number, voted: true })),
        });
    }
    if (idea.status !== "new") {
      const decidedAt = daysAgo(stage, (idea.officialAnswer?.daysAgo ?? idea.daysAgo * 0.6) + 0.02);
      scenes.push({ at: decidedAt, play: () => setStatus(stage, ideaIds.get(idea.key) as number, idea, decidedAt) });
    }
    const { officialAnswer } = idea;
    if (officialAnswer) {
      const answeredAt = daysAgo(stage, officialAnswer.daysAgo);
      const answer = async () =>
        void (await answerIdea(as(stage, officialAnswer.by, answeredAt), { ideaId: ideaIds.get(idea.key) as number, body: officialAnswer.body }));
      scenes.push({ at: answeredAt, play: answer });
    }
  }
  // Comments of one day follow each other within the hour, so that a reply never comes before what it answers.
  const written = new Map<string, number>();
  for (const comment of comments) {
    const place = written.get(comment.idea) ?? 0;
    written.set(comment.idea, place + 1);
    const at = daysAgo(stage, comment.daysAgo, 4 + place / 2 + nextInt(random, 0, 20) / 60);
    scenes.push({ at, play: () => write(comment, at) });
  }

  scenes.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const scene of scenes) await scene.play();
  for (const scene of late) await scene.play();
  return ideaIds;
};

const setStatus = async (stage: Stage, ideaId: number, idea: DemoIdea, at: Date): Promise<void> => {
  await setIdeaStatus(as(stage, "rian", at), { ideaId, status: idea.status, reason: "" });
};
