// Changing a board: its name, what it is for, its address and its place in the list.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { BoardFields } from "~/features/ideas/components/board-fields";
import { StatementsEditor } from "~/features/ideas/components/statements-editor";
import { editBoard } from "~/features/ideas/create-board.server";
import { boardInput } from "~/features/ideas/input";
import { getBoardToManage } from "~/features/ideas/queries.server";
import { listStatementsToManage } from "~/features/ideas/statements/manage-statements.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../manage/layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const board = await getBoardToManage(ctx, idFrom(params.id));
  const statements = board.kind === "statements" ? await listStatementsToManage(ctx, board.id) : null;
  return { title: pageTitle(ctx, "staff.nav_boards"), board, statements };
});

export const action = command(async ({ ctx, form, params }) => {
  await editBoard(ctx, { boardId: idFrom(params.id), ...parseForm(form, boardInput) });
  return redirect(paths.manageBoards());
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Board() {
  const t = useT();
  const locale = useLocale();
  const { board, statements } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <StaffHead title={localized(board.name, locale)} back={{ to: paths.manageBoards(), label: t("staff.nav_boards") }} />
      <Form method="post" className="grid gap-5">
        <ProblemSummary reply={reply} />
        <BoardFields board={board} reply={reply} />
        <button className="button small justify-self-start">{t("common.save")}</button>
      </Form>
      {statements && <StatementsEditor boardId={board.id} statements={statements} />}
    </div>
  );
}
