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
import { demoPeople } from "../texts/people";
import { demoModerationReplies } from "../texts/moderation-replies";
import type { DemoComment, DemoIdea } from "../texts/types";
import { as, daysAgo, inTheDay, person, schedule, type Stage } from "./stage.server";

const ideas: readonly DemoIdea[] = [...laundryIdeas, ...babyIdeas, ...hairIdeas, ...kitchenIdeas];
const comments: readonly DemoComment[] = [...laundryComments, ...babyComments, ...hairComments, ...kitchenComments];

type Judged = (ctx: ReturnType<typeof as>, input: VerdictInput) => Promise<unknown>;

/** The moderator reads what waits; without an open case it was public at once. */
const judge = async (stage: Stage, subjectKind: CaseSubject, subjectId: number, at: Date, decide: Judged, verdict: Partial<VerdictInput>): Promise<void> => {
  const [open] = await stage.db
    .select({ caseId: cases.id, version: cases.version })
    .from(cases)
    .where(and(eq(cases.subjectKind, subjectKind), eq(cases.subjectId, subjectId), eq(cases.state, "open")));
  if (open) await decide(as(stage, "maya", at), { ...open, verdict: "approve", ...verdict });
};

/** Opens the boards and puts everything else on the timeline; the ids are there once it was played. */
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
      // Flags came in the last days, so that the queue is no older than a moderator's weekend.
      if (flaggedAt > at) schedule(stage, flaggedAt, () => flagComment(as(stage, key, flaggedAt), { commentId, reason: comment.flagged!.reason }));
    }
  };

  const members = demoPeople.filter(({ role }) => role === "member");
  /** Each idea and everything about it keeps to an hour of the day of its own, so that not all of them are written at the same one. */
  const hours = new Map(ideas.map(({ key }) => [key, 6.5 + nextUniform(random) * 10.5]));
  const at = (idea: string, days: number, later = 0) => inTheDay(stage, daysAgo(stage, days, later), hours.get(idea) ?? 12);

  for (const idea of ideas) {
    const submittedAt = at(idea.key, idea.daysAgo);
    schedule(stage, submittedAt, () => submit(idea, submittedAt));
    if (idea.state) continue;
    const ideaId = () => ideaIds.get(idea.key) as number;
    const voters = shuffle(
      random,
      members.filter(({ key }) => key !== idea.author),
    ).slice(0, Math.round((members.length * idea.popularity) / 100));
    // Most votes come in the first days after an idea is published, some much later; whoever joined later than the idea finds it then.
    for (const { key, joinedDaysAgo } of voters) {
      const days = Math.min(idea.daysAgo, joinedDaysAgo - 3) * (1 - nextUniform(random) ** 2);
      const votedAt = at(idea.key, days, 2);
      if (votedAt > submittedAt) schedule(stage, votedAt, () => voteForIdea(as(stage, key, votedAt), { ideaId: ideaId(), voted: true }));
    }
    const { officialAnswer } = idea;
    if (idea.status !== "new") {
      const decidedAt = at(idea.key, (officialAnswer?.daysAgo ?? idea.daysAgo * 0.6) + 0.02);
      schedule(stage, decidedAt, () => setIdeaStatus(as(stage, "rian", decidedAt), { ideaId: ideaId(), status: idea.status, reason: "" }));
    }
    if (officialAnswer) {
      const answeredAt = at(idea.key, officialAnswer.daysAgo);
      schedule(stage, answeredAt, () => answerIdea(as(stage, officialAnswer.by, answeredAt), { ideaId: ideaId(), body: officialAnswer.body }));
    }
  }
  // Comments of one day follow each other within the hour, so that a reply never comes before what it answers.
  const written = new Map<string, number>();
  for (const comment of comments) {
    const place = written.get(comment.idea) ?? 0;
    written.set(comment.idea, place + 1);
    const writtenAt = at(comment.idea, comment.daysAgo, 4 + place / 2 + nextInt(random, 0, 20) / 60);
    schedule(stage, writtenAt, () => write(comment, writtenAt));
  }
  return ideaIds;
};
