import type { WrittenCase } from "../queries.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Face } from "~/ui/face";
import { Ago, Day } from "~/ui/time";
import { PastVerdicts } from "./case-parts";

/** Beside the case: who wrote it, what else they wrote, what is like it, and what was decided before. */
export const CaseContext = ({ view, now }: { view: WrittenCase; now: Date }) => {
  const t = useT();
  const { author } = view;
  return (
    <aside className="grid content-start gap-6 text-label">
      {author ? (
        <section className="flex items-center gap-3">
          <Face name={author.displayName} />
          <div>
            <b>{author.displayName}</b>
            <p className="text-note text-ink-3">
              {t("moderation.member_since")} <Day at={author.createdAt} />
            </p>
            <p className="text-note text-ink-3">{t("moderation.record", { published: author.published, declined: author.declined })}</p>
          </div>
        </section>
      ) : (
        <p>{t("common.former_member")}</p>
      )}
      {view.similar.length > 0 && (
        <section>
          <h3 className="mb-2 text-note text-ink-3">{t("moderation.similar")}</h3>
          <ul className="grid gap-2">
            {view.similar.map((idea) => (
              <li key={idea.id}>
                <a className="hover:underline" href={paths.idea(idea.id)}>
                  {idea.title}
                </a>{" "}
                <span className="num text-ink-3">{t("moderation.votes", { count: idea.voteCount })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className="mb-2 text-note text-ink-3">{t("moderation.recent")}</h3>
        {view.recent.length === 0 ? (
          <p className="text-ink-2">{t("moderation.nothing_else")}</p>
        ) : (
          <ul className="ms-1.5 grid gap-2.5 border-s-2 border-line ps-3.5">
            {view.recent.map((item) => (
              <li key={`${item.kind}-${item.ideaId}-${String(item.createdAt)}`}>
                <a className="line-clamp-2 hover:underline" href={paths.idea(item.ideaId)}>
                  {item.title}
                </a>
                <p className="text-note text-ink-3">
                  {t(`moderation.kind_${item.kind}`)} · {t(`moderation.state_${item.state as "published"}`)} · <Ago at={item.createdAt} now={now} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <PastVerdicts view={view} now={now} sentence={({ verdict, by }) => t(`moderation.verdict_${verdict}`, { name: by })} />
    </aside>
  );
};
