// The boards there are, and opening another.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { localized } from "~/core/locale";
import { BoardKindField } from "~/features/ideas/components/board-kind-field";
import { BoardFields } from "~/features/ideas/components/board-fields";
import { createBoard } from "~/features/ideas/create-board.server";
import { newBoardInput } from "~/features/ideas/input";
import { listBoardsToManage } from "~/features/ideas/queries.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../manage/layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "staff.nav_boards"), boards: await listBoardsToManage(ctx) }));

export const action = command(async ({ ctx, form }) => {
  await createBoard(ctx, parseForm(form, newBoardInput));
  return redirect(paths.manageBoards());
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Boards() {
  const t = useT();
  const locale = useLocale();
  const { boards } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead title={t("staff.nav_boards")} note={t("admin.boards_note")} />
      <div className="grid items-start gap-8 min-[1200px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        {boards.length === 0 ? (
          <p className="rounded-card bg-sunken p-5 text-ink-2">{t("admin.no_boards")}</p>
        ) : (
          <ul className="grid gap-3">
            {boards.map((board) => (
              <li key={board.id} className="card relative grid gap-1 hover:border-line-2">
                <h2 className="text-[17px]">
                  <Link to={paths.manageBoard(board.id)} className="after:absolute after:inset-0 after:rounded-card">
                    {localized(board.name, locale)}
                  </Link>
                </h2>
                <p className="text-label text-ink-2">{localized(board.purpose, locale)}</p>
                <p className="num text-note text-ink-3">
                  {board.position} · {board.slug} ·{" "}
                  {board.kind === "statements" ? t("later.board_statements") : t("admin.board_ideas", { count: board.ideaCount })}
                </p>
              </li>
            ))}
          </ul>
        )}
        <section className="grid gap-5" aria-labelledby="new-board">
          <h2 id="new-board">{t("admin.new_board")}</h2>
          <Form method="post" className="grid gap-5" key={boards.length}>
            <ProblemSummary reply={reply} />
            <BoardFields reply={reply} nextPosition={boards.length + 1} />
            <BoardKindField />
            <button className="button small justify-self-start">{t("admin.create_board")}</button>
          </Form>
        </section>
      </div>
    </>
  );
}
