import { Form } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { DecisionInList } from "../../queries.server";

/** Done says what changed; open again takes that back. */
export const OutcomeForm = ({ decision }: { decision: DecisionInList }) => {
  const t = useT();
  if (decision.outcome) {
    return (
      <Form method="post" action={paths.decisionOutcome(decision.id)} preventScrollReset>
        <input type="hidden" name="done" value="false" />
        <button className="button quiet small">{t("themes.reopen")}</button>
      </Form>
    );
  }
  return (
    <details>
      <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("themes.mark_done")}</summary>
      <Form method="post" action={paths.decisionOutcome(decision.id)} className="grid gap-3 pt-2" preventScrollReset>
        <input type="hidden" name="done" value="true" />
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">{t("themes.outcome")}</span>
          <textarea name="outcome" className="control" rows={2} maxLength={800} required />
        </label>
        <button className="button small justify-self-start">{t("themes.mark_done")}</button>
      </Form>
    </details>
  );
};
