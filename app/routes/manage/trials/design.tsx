// The design before and after the launch: who tries what in which order, how balanced that is, and how many people it takes.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { DesignBalance } from "~/features/trials/components/design-balance";
import { SampleSize } from "~/features/trials/components/sample-size";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getDesign } from "~/features/trials/design.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { sampleSizeInput } from "~/features/trials/input";
import { answerSampleSize } from "~/features/trials/sample-size-help";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  const { trial } = frame;
  const isWithin = trial.design !== "monadic";
  const facts = sampleSizeInput.parse({
    ...(trial.design === "paired" && { question: "preference" }),
    within: String(isWithin),
    ...Object.fromEntries(url.searchParams),
  });
  const prototypes = Math.max(1, trial.prototypesPerPerson);
  const design = await getDesign(ctx, trial.id);
  const perGroup = facts.isWithin ? trial.places : Math.floor((trial.places * prototypes) / Math.max(1, design.planned.position.length));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(trial.name, ctx.locale) }),
    ...frame,
    design,
    facts,
    answer: answerSampleSize(facts, facts.question === "margin" || facts.question === "preference" ? trial.places : perGroup),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialDesign() {
  const t = useT();
  const { trial, rights, design, facts, answer } = useLoaderData<typeof loader>();
  const { planned, taken, replaced } = design;
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 min-[1200px]:grid-cols-2">
        <section className="card grid grid-cols-[minmax(0,1fr)] gap-6" aria-labelledby="balance">
          <div className="grid gap-1">
            <h2 id="balance">{t("fieldwork.balance")}</h2>
            <p className="text-label text-ink-2">{t(`fieldwork.design_${trial.design}`)}</p>
          </div>
          {planned.places === 0 || planned.position.length === 0 ? (
            <p className="text-ink-2">{t("fieldwork.balance_none")}</p>
          ) : (
            <DesignBalance balance={planned} caption={t("fieldwork.balance_planned", { count: planned.places })} />
          )}
          {taken && taken.places > 0 && <DesignBalance balance={taken} caption={t("fieldwork.balance_taken", { count: taken.places })} />}
          {replaced > 0 && <p className="text-label text-ink-2">{t("fieldwork.balance_replaced", { count: replaced })}</p>}
        </section>
        <SampleSize facts={facts} answer={answer} />
      </div>
    </TrialFrame>
  );
}
