import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { undoChangeMs } from "~/features/reports/changes/change";
import { ChangeFields, useChangeLabels } from "~/features/reports/changes/components/change-form";
import { ChangeCard } from "~/features/reports/changes/components/change-card";
import { changeEditInput } from "~/features/reports/changes/input";
import { getTeamChange, listCandidateIdeas, listPickedQuotations } from "~/features/reports/changes/queries.server";
import { editChange } from "~/features/reports/changes/write-change.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { change, product, ideaIds } = await getTeamChange(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(change.title, ctx.locale) }),
    change,
    product,
    ideaIds,
    ideas: await listCandidateIdeas(ctx, change.productId, ideaIds),
    quotations: change.trialId === null ? [] : await listPickedQuotations(ctx, change.trialId),
    isUndoable: change.publishedAt !== null && ctx.now.getTime() - change.publishedAt.getTime() < undoChangeMs,
  };
});

export const action = command(async ({ ctx, form, params }) => {
  await editChange(ctx, { changeId: idFrom(params.id), ...parseForm(form, changeEditInput) });
  return { saved: true as const, problems: undefined, values: undefined, current: undefined };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ManageChange() {
  const t = useT();
  const locale = useLocale();
  const { change, product, ideaIds, ideas, quotations, isUndoable } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const labels = useChangeLabels();
  const isPublished = change.publishedAt !== null;
  return (
    <>
      <StaffHead
        title={localized(change.title, locale)}
        back={{ to: paths.manageChanges(), label: t("changes.title") }}
        note={
          <p className="flex flex-wrap items-center gap-3 text-label">
            {localized(product, locale)}
            <span className={isPublished ? "chip leaf" : "chip"}>{t(isPublished ? "reports.change_published" : "reports.change_draft")}</span>
            {isPublished && (
              <Link to={paths.change(change.id)} className="link">
                {t("reports.change_see_public")}
              </Link>
            )}
          </p>
        }
      >
        <Form method="post" action={paths.changePublication(change.id)}>
          <input type="hidden" name="published" value={String(!isPublished)} />
          <button className={isPublished ? "button quiet small" : "button small"}>
            {t(!isPublished ? "reports.change_publish" : isUndoable ? "reports.change_undo_publish" : "reports.change_withdraw")}
          </button>
        </Form>
      </StaffHead>
      <p role="status" className="mb-5 max-w-[70ch] text-label text-ink-2">
        {t(isPublished ? (isUndoable ? "reports.change_told_soon" : "reports.change_was_told") : "reports.change_publish_note", { count: change.voices })}
      </p>
      <div className="grid items-start gap-8 min-[1200px]:grid-cols-[minmax(0,1fr)_340px]">
        <Form method="post" className="grid gap-6">
          <ProblemSummary reply={reply} />
          {reply && "saved" in reply && reply.saved && (
            <p role="status" className="text-label font-semibold text-leaf">
              {t("common.saved")}
            </p>
          )}
          <StaleNotice reply={reply} labels={labels} />
          <input type="hidden" name="revision" value={revisionOf(reply, change.revision)} />
          <ChangeFields values={{ ...change, ideaIds }} ideas={ideas} quotations={quotations} reply={reply} />
          <button className={isPublished ? "button justify-self-start" : "button quiet justify-self-start"}>{t("common.save")}</button>
        </Form>
        <aside className="grid gap-2 min-[1200px]:sticky min-[1200px]:top-6">
          <h2 className="text-label text-ink-3">{t("reports.change_preview")}</h2>
          <ChangeCard change={change} />
        </aside>
      </div>
    </>
  );
}
