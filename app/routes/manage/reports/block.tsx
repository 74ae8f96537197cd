import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { actorId } from "~/core/context";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { canHaveIntroduction } from "~/features/reports/assembling/assembly";
import { blockFrom, reportCommentInput } from "~/features/reports/assembling/input";
import { getBlock } from "~/features/reports/assembling/work.server";
import { AssignmentCard } from "~/features/reports/assigning/components/assignment-card";
import { blockHeading } from "~/features/reports/block-names";
import { drawReport } from "~/features/reports/charts/draw-report.server";
import { ReportView } from "~/features/reports/components/report-view";
import { CommentForm, Threads } from "~/features/reports/discussing/components/threads";
import { addComment } from "~/features/reports/discussing/write-comment.server";
import { dayOf } from "~/features/trials/dates";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { PlainText } from "~/ui/plain-text";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const block = blockFrom(params.block);
  const { trial, ...found } = await getBlock({ ...ctx, db: reportingDatabase() }, idFrom(params.id), block);
  const replyTo = Number(url.searchParams.get("reply"));
  return {
    title: pageTitle(ctx, blockHeading(block)),
    trial: { id: trial.id, name: trial.name },
    block,
    charts: drawReport(found.content),
    ...found,
    replyTo: found.threads.some(({ id }) => id === replyTo) ? replyTo : null,
    key: crypto.randomUUID(),
    me: actorId(ctx.actor),
    now: ctx.now,
    today: dayOf(ctx.now),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const [trialId, block] = [idFrom(params.id), blockFrom(params.block)];
  const { key, ...comment } = parseForm(form, reportCommentInput);
  const id = await once(ctx, { key, use: `comment-on-report:${trialId}:${block}` }, (inner) => addComment(inner, { trialId, block, ...comment }));
  return redirect(`${paths.reportBlock(trialId, block)}#comment-${id}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BlockPage() {
  const t = useT();
  const locale = useLocale();
  const { trial, block, content, charts, isLeftOut, introduction, threads, assignment, colleagues, replyTo, key, me, now, today } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = localized(introduction, locale);
  const isThere = content.blocks.length > 0;
  return (
    <>
      <StaffHead title={t(blockHeading(block))} back={{ to: `${paths.report(trial.id)}#block-${block}`, label: localized(trial.name, locale) }}>
        <Link to={paths.reportOutline(trial.id)} className="button quiet small">
          {t("document.outline")}
        </Link>
      </StaffHead>
      {(!isThere || isLeftOut) && <p className="mb-5 rounded-card bg-sunken p-4 text-label">{t(isThere ? "document.is_left_out" : "document.is_not_there")}</p>}
      <div className="grid items-start gap-6 min-[1280px]:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 gap-5 min-[1280px]:max-[1699px]:[&_.items-stretch]:grid-cols-1!">
          {canHaveIntroduction(block) && (
            <section className="grid gap-1" aria-label={t("document.introduction")}>
              {words && <PlainText text={words} />}
              <Link to={paths.reportIntroduction(trial.id, block)} className="link inline-flex min-h-11 items-center justify-self-start text-label">
                {t(words ? "document.edit_introduction" : "document.add_introduction")}
              </Link>
            </section>
          )}
          {isThere && <ReportView content={content} charts={charts} />}
        </div>
        <div className="no-print grid gap-6">
          <AssignmentCard trialId={trial.id} block={block} assignment={assignment} colleagues={colleagues} today={today} />
          <section className="card grid gap-4" aria-labelledby="comments">
            <div className="grid gap-1">
              <h2 id="comments" className="text-[17px]">
                {t("document.comments")}
              </h2>
              <p className="text-note text-ink-3">{t("document.stays_inside")}</p>
            </div>
            <Threads
              threads={threads}
              trialId={trial.id}
              block={block}
              replyTo={replyTo}
              onceKey={key}
              reply={replyTo === null ? undefined : reply}
              now={now}
              personId={me}
            />
            {replyTo === null && <CommentForm onceKey={key} reply={reply} />}
          </section>
        </div>
      </div>
    </>
  );
}
