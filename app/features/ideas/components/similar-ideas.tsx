import { useT } from "~/i18n/language";
import type { IdeaInList } from "../queries.server";
import { SmallIdeaRow } from "./idea-row";
import { Votes } from "./votes";

/** Ideas that already say something like it, each with its vote. We suggest, and never block. */
export const SimilarIdeas = ({ ideas, back }: { ideas: IdeaInList[]; back: string }) => {
  const t = useT();
  return (
    <section aria-labelledby="similar" className={ideas.length > 0 ? "card grid gap-1" : undefined}>
      <h2 id="similar" className={ideas.length > 0 ? "text-[17px]" : "sr-only"}>
        {t("ideas.similar")}
      </h2>
      <p role="status" className={ideas.length > 0 ? "mb-3 text-label text-ink-2" : "sr-only"}>
        {ideas.length > 0 ? t("ideas.similar_text", { count: ideas.length }) : ""}
      </p>
      {ideas.length > 0 && (
        <Votes back={back} isSignedIn>
          <ul>
            {ideas.map((idea) => (
              <SmallIdeaRow key={idea.id} idea={idea} />
            ))}
          </ul>
        </Votes>
      )}
    </section>
  );
};
