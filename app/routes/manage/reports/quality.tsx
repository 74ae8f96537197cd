// How carefully people answered: what was found when responses came in, and a decision by a person about each.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { flagDecisionInput } from "~/features/reports/input";
import { FlagReasons, useReasonSentence } from "~/features/reports/components/flag-reasons";
import { decideFlag } from "~/features/reports/judge-response.server";
import { listFlagged } from "~/features/reports/quality.server";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getTrialFrame } from "~/features/trials/frame.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const trialId = idFrom(params.id);
  const list = await listFlagged(ctx, trialId, url.searchParams.get("after"));
  const frame = await getTrialFrame(ctx, trialId);
  return { ...frame, list, title: pageTitle(ctx, "reports.quality_title", { name: localized(frame.trial.name, ctx.locale) }) };
});

export const action = command(async ({ ctx, form, params, url }) => {
  const trialId = idFrom(params.id);
  const input = parseForm(form, flagDecisionInput);
  await decideFlag(ctx, { trialId, ...input });
  return redirect(`${paths.quality(trialId, url.searchParams.get("after") ?? undefined)}#response-${input.responseId}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Quality() {
  const t = useT();
  const locale = useLocale();
  const { trial, rights, list } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const sentence = useReasonSentence();
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid max-w-3xl gap-5">
        <p className="max-w-[70ch] text-ink-2">{t("reports.quality_note")}</p>
        <ProblemSummary reply={reply} />
        {list.items.length === 0 && <EmptyState title={t("reports.quality_empty")}>{t("reports.quality_empty_text")}</EmptyState>}
        <ul className="grid gap-4">
          {list.items.map((item) => (
            <li key={item.id} id={`response-${item.id}`} className="card grid gap-3 p-5 target:bg-leaf-tint">
              <h2 className="flex flex-wrap items-center gap-3 text-[17px]">
                {t("reports.quality_person", { number: item.number })}
                {item.code && <span className="chip num">{item.code}</span>}
                {item.decision && <span className={`chip ${item.decision === "kept" ? "leaf" : "turmeric"}`}>{t(`reports.quality_is_${item.decision}`)}</span>}
              </h2>
              <FlagReasons reasons={item.reasons} />
              <Form method="post" className="grid gap-3 border-t border-line pt-3" preventScrollReset>
                <input type="hidden" name="responseId" value={item.id} />
                {item.decision ? (
                  <button name="decision" value="open" className="button quiet small justify-self-start">
                    {t("reports.quality_take_back")}
                  </button>
                ) : (
                  <>
                    <label className="grid gap-1.5">
                      <span className="text-label font-semibold">{t("reports.exclusion_reason")}</span>
                      <input
                        name="reason"
                        className="control"
                        maxLength={300}
                        defaultValue={item.reasons
                          .map((each) => sentence(each, localized(each.text, locale)))
                          .join(" ")
                          .slice(0, 300)}
                      />
                    </label>
                    <p className="flex flex-wrap gap-2">
                      <button name="decision" value="kept" className="button small">
                        {t("reports.quality_keep")}
                      </button>
                      <button name="decision" value="left_out" className="button quiet small">
                        {t("reports.exclude")}
                      </button>
                    </p>
                  </>
                )}
              </Form>
            </li>
          ))}
        </ul>
        {list.next && (
          <Link to={paths.quality(trial.id, list.next)} className="button quiet small justify-self-start">
            {t("common.more")}
          </Link>
        )}
      </div>
    </TrialFrame>
  );
}
