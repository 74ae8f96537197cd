import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import type { Locale } from "~/core/locale";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PlainText } from "~/ui/plain-text";
import type { IdeaStatus, PublicationState } from "../idea";
import { IdeaActions } from "./idea-actions";
import { RulingNote } from "./ruling-note";
import { StateChip, StatusChip } from "./status-chip";
import { VoteButton, Votes } from "./votes";

type Props = {
  idea: {
    id: number;
    title: string;
    body: string;
    language: Locale;
    state: PublicationState;
    status: IdeaStatus;
    voteCount: number;
    voted: boolean;
    following: boolean;
    flagged: boolean;
    isOwn: boolean;
    createdAt: Date;
    authorName: string | null;
    boardSlug: string;
    answer: string | null;
    answerAt: Date | null;
    answerBy: string | null;
    ruling: { verdict: string; reason: string; message: string } | null;
  };
  boardName: string;
  now: Date;
  isSignedIn: boolean;
};

/** The idea itself: who wrote it where, what it says, the official answer, and what the reader can do. */
export const IdeaBody = ({ idea, boardName, now, isSignedIn }: Props) => {
  const t = useT();
  const format = useFormat();
  return (
    <article className="grid gap-5">
      <p className="text-label font-semibold text-ink-2">
        <Link to={paths.ideas({ board: idea.boardSlug })} className="inline-flex min-h-11 items-center hover:text-ink">
          <ChevronLeft className="me-1 size-4" aria-hidden="true" />
          {boardName}
        </Link>
      </p>
      {idea.isOwn && (
        <RulingNote state={idea.state} ruling={idea.ruling}>
          {idea.state === "changes_asked" && (
            <Link to={paths.editIdea(idea.id)} className="button small justify-self-start">
              {t("ideas.edit_now")}
            </Link>
          )}
        </RulingNote>
      )}
      <div className={idea.state === "published" ? "grid grid-cols-[58px_minmax(0,1fr)] gap-4 sm:gap-5" : ""}>
        {idea.state === "published" && (
          <Votes back={paths.idea(idea.id)} isSignedIn={isSignedIn}>
            <VoteButton idea={idea} />
          </Votes>
        )}
        <div className="grid gap-2.5">
          <h1 lang={idea.language} className="text-[clamp(26px,4vw,36px)]">
            {idea.title}
          </h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-label text-ink-3">
            <StatusChip status={idea.status} />
            {idea.state !== "published" && <StateChip state={idea.state} />}
            <span>{idea.authorName ?? t("common.former_member")}</span>
            <time dateTime={idea.createdAt.toISOString()} title={format.dateTime(idea.createdAt)}>
              {format.relative(idea.createdAt, now)}
            </time>
          </p>
        </div>
      </div>
      <div lang={idea.language}>
        <PlainText text={idea.body} />
      </div>
      {idea.answer && (
        <section className="border-s-[3px] border-turmeric ps-4">
          <h2 className="text-[17px]">{idea.answerBy ? t("ideas.answer_from", { name: idea.answerBy }) : t("ideas.answer")}</h2>
          <PlainText text={idea.answer} className="mt-1.5" />
          {idea.answerAt && (
            <p className="mt-1.5 text-note text-ink-3">
              <time dateTime={idea.answerAt.toISOString()}>{format.date(idea.answerAt)}</time>
            </p>
          )}
        </section>
      )}
      <IdeaActions idea={idea} isSignedIn={isSignedIn} />
    </article>
  );
};
