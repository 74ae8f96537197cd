// The statements of a board, for moderators: new ones by the line, each taken away or brought back.
import { Form, Link } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { StatementToManage } from "../statements/manage-statements.server";

export const StatementsEditor = ({ boardId, statements }: { boardId: number; statements: StatementToManage[] }) => {
  const t = useT();
  return (
    <section aria-labelledby="statements" className="mt-10 grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="statements">{t("later.statements")}</h2>
        <Link to={paths.boardOpinions(boardId)} className="button quiet small">
          {t("later.opinions_title")}
        </Link>
      </div>
      <Form method="post" action={paths.boardStatements(boardId)} className="grid gap-2">
        <label htmlFor="new-statements" className="text-label font-semibold">
          {t("later.statements_new")}
        </label>
        <p id="new-statements-help" className="text-note text-ink-2">
          {t("later.statements_help")}
        </p>
        <textarea id="new-statements" name="statements" rows={4} required aria-describedby="new-statements-help" className="control" />
        <button className="button small justify-self-start">{t("later.statements_add")}</button>
      </Form>
      {statements.length === 0 ? (
        <p className="rounded-card bg-sunken p-5 text-ink-2">{t("later.statements_none")}</p>
      ) : (
        <ul className="grid">
          {statements.map(({ id, text, isShown, stanceCount }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2.5">
              <p className={`min-w-0 flex-1 basis-64 text-label ${isShown ? "" : "text-ink-3"}`} dir="auto">
                {text}{" "}
                <span className="num text-note text-ink-3">
                  {t("later.statement_said", { count: stanceCount })}
                  {!isShown && ` · ${t("later.statement_hidden")}`}
                </span>
              </p>
              <Form method="post" action={paths.statementVisibility(id)}>
                <button name="shown" value={isShown ? "false" : "true"} className="button quiet small">
                  {t(isShown ? "later.statement_hide" : "later.statement_show")}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
