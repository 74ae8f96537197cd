// Votes answer at once and are announced; without JavaScript the same buttons send a form.
import { createContext, useContext, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";

type Vote = { voted: boolean; voteCount: number };
/** Votes changed since the page was loaded, by idea, and the form that the buttons belong to where they stand outside it. */
const VotesContext = createContext<{ votes: Record<number, Vote>; formId?: string }>({ votes: {} });

type Status = { text: string; hasFailed: boolean };

type VotesProps = {
  back: string;
  isSignedIn: boolean;
  /** Given where the buttons stand inside another form: forms cannot be nested, so they name theirs. */
  id?: string;
  children: ReactNode;
};

/** One form around all the vote buttons of a view. `back` is where a browser without JavaScript returns to. */
export const Votes = ({ back, isSignedIn, id, children }: VotesProps) => {
  const t = useT();
  const [votes, setVotes] = useState<Record<number, Vote>>({});
  const [status, setStatus] = useState<Status>({ text: "", hasFailed: false });
  const latest = useRef(new Map<number, number>());

  const vote = async (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (!isSignedIn || !(button instanceof HTMLButtonElement) || button.name !== "voted") return;
    event.preventDefault();
    const ideaId = Number(button.dataset.idea);
    const was: Vote = { voted: button.value === "false", voteCount: Number(button.dataset.count) };
    const wanted: Vote = { voted: !was.voted, voteCount: was.voteCount + (was.voted ? -1 : 1) };
    const turn = (latest.current.get(ideaId) ?? 0) + 1;
    latest.current.set(ideaId, turn);
    const show = (now: Vote) => latest.current.get(ideaId) === turn && setVotes((known) => ({ ...known, [ideaId]: now }));
    show(wanted);
    setStatus({ text: t(wanted.voted ? "ideas.vote_counted" : "ideas.vote_withdrawn", { count: wanted.voteCount }), hasFailed: false });
    try {
      const response = await fetch(paths.ideaVote(ideaId), {
        method: "POST",
        body: new URLSearchParams({ voted: String(wanted.voted) }),
        headers: { Accept: "application/json" },
      });
      if (response.status === 401) return window.location.assign(paths.login(back, `vote:${ideaId}`));
      if (!response.ok) throw new Error(String(response.status));
      show((await response.json()) as Vote);
    } catch {
      show(was);
      setStatus({ text: t("ideas.vote_failed"), hasFailed: true });
    }
  };

  return (
    <VotesContext.Provider value={{ votes, formId: id }}>
      <form id={id} method="post" onSubmit={(event) => void vote(event)}>
        <input type="hidden" name="back" value={back} />
        {!id && children}
        <p
          role="status"
          className={
            status.hasFailed
              ? "fixed inset-x-4 bottom-24 z-10 mx-auto max-w-md rounded-card bg-ink p-4 text-label font-semibold text-paper shadow-float"
              : "sr-only"
          }
        >
          {status.text}
        </p>
      </form>
      {id && children}
    </VotesContext.Provider>
  );
};

type VoteButtonProps = { idea: { id: number; title: string; voted: boolean; voteCount: number } };

export const VoteButton = ({ idea }: VoteButtonProps) => {
  const t = useT();
  const format = useFormat();
  const { votes, formId } = useContext(VotesContext);
  const { voted, voteCount } = votes[idea.id] ?? idea;
  return (
    <button
      form={formId}
      name="voted"
      value={voted ? "false" : "true"}
      formAction={paths.ideaVote(idea.id)}
      className="vote num"
      aria-pressed={voted}
      aria-label={t("ideas.vote_label", { title: idea.title, count: voteCount })}
      data-idea={idea.id}
      data-count={voteCount}
    >
      {format.number(voteCount)}
    </button>
  );
};
