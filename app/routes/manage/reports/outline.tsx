import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { readOutline } from "~/features/reports/assembling/assembly";
import { ChangeSentence } from "~/features/reports/assembling/components/change-sentence";
import { OutlineList } from "~/features/reports/assembling/components/outline-list";
import { outlineInput } from "~/features/reports/assembling/input";
import { getOutline, setOutline, type LastChange } from "~/features/reports/assembling/outline.server";
import { blockHeading } from "~/features/reports/block-names";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, ...outline } = await getOutline({ ...ctx, db: reportingDatabase() }, idFrom(params.id));
  return { title: pageTitle(ctx, "document.outline_title"), trial: { id: trial.id, name: trial.name }, ...outline };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { outline, revision, stay } = parseForm(form, outlineInput);
  await setOutline(ctx, { trialId, outline, revision });
  return redirect(stay ? paths.reportOutline(trialId) : `${paths.reportOutline(trialId)}#last`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What was done last; taking it back leads to the outline before it. */
const Last = ({ last: { change, outline }, revision }: { last: LastChange; revision: number }) => {
  const t = useT();
  return (
    <Form method="post" id="last" className="mb-4 flex scroll-mt-24 flex-wrap items-center gap-x-4 text-label" preventScrollReset>
      <p>
        <ChangeSentence change={change} />
      </p>
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="stay" value="on" />
      <button name="outline" value={outline} className="link min-h-11">
        {t("common.undo")}
      </button>
    </Form>
  );
};

/** A colleague was faster: theirs is the list below, and one's own can still be set. */
const Mine = ({ outline, revision }: { outline: string; revision: number }) => {
  const t = useT();
  const mine = readOutline(outline);
  if (!mine) return null;
  const inside = mine.order.filter((block) => !mine.leftOut.includes(block));
  return (
    <Form method="post" className="my-4 grid gap-2 rounded-card border border-line bg-turmeric-tint p-4">
      <h2 className="text-[17px]">{t("document.your_outline")}</h2>
      <ol className="list-decimal ps-6 text-label">
        {inside.map((block) => (
          <li key={block}>{t(blockHeading(block))}</li>
        ))}
      </ol>
      {mine.leftOut.length > 0 && (
        <p className="text-label">{t("document.your_left_out", { names: mine.leftOut.map((block) => t(blockHeading(block))).join(", ") })}</p>
      )}
      <input type="hidden" name="revision" value={revision} />
      <button name="outline" value={outline} className="button quiet small min-h-11 justify-self-start">
        {t("document.use_mine")}
      </button>
    </Form>
  );
};

export default function OutlinePage() {
  const t = useT();
  const locale = useLocale();
  const { trial, hasResults, revision, last, blocks } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-5xl">
      <StaffHead
        title={t("document.outline_title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={hasResults ? <p>{t("document.outline_note")}</p> : undefined}
      >
        <Link to={paths.reportDiscussion(trial.id)} className="button quiet small">
          {t("document.discussion")}
        </Link>
      </StaffHead>
      {!hasResults ? (
        <EmptyState title={t("reports.blind_title")}>
          <p>{t("reports.blind_text")}</p>
        </EmptyState>
      ) : (
        <>
          <ProblemSummary reply={reply} />
          {reply?.current && <Mine outline={reply.values?.outline ?? ""} revision={reply.current.revision} />}
          {last && <Last last={last} revision={revision} />}
          <OutlineList trialId={trial.id} blocks={blocks} revision={revision} refusal={reply} />
        </>
      )}
    </div>
  );
}
