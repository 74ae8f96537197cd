// What a reader can do about an idea besides voting: follow it, rewrite their own, report it.
import { Form, Link } from "@remix-run/react";
import { Bell, BellOff, Flag, Pencil } from "lucide-react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

const quiet = "inline-flex min-h-11 items-center gap-2 text-label font-semibold text-ink-2 hover:text-ink";

type Props = { idea: { id: number; state: string; following: boolean; flagged: boolean; isOwn: boolean }; isSignedIn: boolean };

export const IdeaActions = ({ idea, isSignedIn }: Props) => {
  const t = useT();
  const mayEdit = idea.isOwn && (idea.state === "pending" || idea.state === "changes_asked");
  return (
    <div className="flex flex-wrap items-center gap-x-5">
      {idea.state === "published" && (
        <Form method="post" action={paths.ideaFollow(idea.id)} preventScrollReset>
          <button name="following" value={idea.following ? "false" : "true"} className={quiet}>
            {idea.following ? <BellOff className="size-[18px]" aria-hidden="true" /> : <Bell className="size-[18px]" aria-hidden="true" />}
            {t(idea.following ? "ideas.unfollow" : "ideas.follow")}
          </button>
        </Form>
      )}
      {mayEdit && (
        <Link to={paths.editIdea(idea.id)} className={quiet}>
          <Pencil className="size-[18px]" aria-hidden="true" />
          {t("ideas.edit")}
        </Link>
      )}
      {idea.state === "published" &&
        !idea.isOwn &&
        (idea.flagged ? (
          <span className="text-label text-ink-3">{t("ideas.flagged")}</span>
        ) : (
          isSignedIn && (
            <Link to={paths.ideaFlag(idea.id)} className={quiet}>
              <Flag className="size-[18px]" aria-hidden="true" />
              {t("ideas.flag")}
            </Link>
          )
        ))}
    </div>
  );
};
