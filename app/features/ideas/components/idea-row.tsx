// An idea in a list: vote, title, the first lines, the official answer, where it stands. Rendered twenty times a page, so it stays light.
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PageLink } from "~/ui/page-link";
import type { IdeaStatus } from "../idea";
import { StatusChip } from "./status-chip";
import { VoteButton } from "./votes";

type IdeaInRow = {
  id: number;
  title: string;
  excerpt: string;
  status: IdeaStatus;
  voteCount: number;
  commentCount: number;
  createdAt: Date;
  language: string;
  voted: boolean;
  answerBy: string | null;
  answer: string | null;
};

export const IdeaRow = ({ idea, now }: { idea: IdeaInRow; now: Date }) => {
  const t = useT();
  const format = useFormat();
  return (
    <li id={`idea-${idea.id}`} className="idea">
      <VoteButton idea={idea} />
      <div lang={idea.language}>
        <h2>
          <PageLink to={paths.idea(idea.id)}>{idea.title}</PageLink>
        </h2>
        <p className="text-label text-ink-2">{idea.excerpt}</p>
        {idea.answer && (
          <p className="answer">
            <b>{idea.answerBy ? t("ideas.answer_by", { name: idea.answerBy }) : t("ideas.answer")}</b> {idea.answer}
          </p>
        )}
        <p className="meta">
          <StatusChip status={idea.status} />
          {idea.commentCount > 0 && <span className="num">{t("ideas.comments", { count: idea.commentCount })}</span>}
          <time dateTime={idea.createdAt.toISOString()}>{format.relative(idea.createdAt, now)}</time>
        </p>
      </div>
    </li>
  );
};

/** Title, first lines and vote only, where ideas stand beside something else. */
export const SmallIdeaRow = ({ idea, isHeading = true }: { idea: IdeaInRow; isHeading?: boolean }) => {
  const Title = isHeading ? "h3" : "p";
  return (
    <li className="idea small">
      <VoteButton idea={idea} />
      <div lang={idea.language}>
        <Title className="text-[16px] leading-snug font-semibold">
          <PageLink to={paths.idea(idea.id)}>{idea.title}</PageLink>
        </Title>
        <p className="line-clamp-2 text-label text-ink-2">{idea.excerpt}</p>
      </div>
    </li>
  );
};
