import { useT } from "~/i18n/language";
import type { IdeaInList } from "../queries.server";
import { SmallIdeaRow } from "./idea-row";

/** Ideas that already say something like it, each with its vote. We suggest, and never block. */
export const SimilarIdeas = ({ ideas, className }: { ideas: IdeaInList[]; className: string }) => {
  const t = useT();
  const isEmpty = ideas.length === 0;
  return (
    <section aria-labelledby="similar" className={isEmpty ? "sr-only" : `card self-start ${className}`}>
      <h2 id="similar" className="text-[17px]">
        {t("ideas.similar")}
      </h2>
      <p role="status" className="mt-1 mb-4 text-label text-ink-2">
        {isEmpty ? "" : t("ideas.similar_text", { count: ideas.length })}
      </p>
      <ul>
        {ideas.map((idea) => (
          <SmallIdeaRow key={idea.id} idea={idea} />
        ))}
      </ul>
    </section>
  );
};
