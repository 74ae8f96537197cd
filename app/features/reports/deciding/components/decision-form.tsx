import { Form } from "@remix-run/react";
import { useT } from "~/i18n/language";
import type { Reply } from "~/ui/field";
import type { Colleague } from "../../assigning/assignment";
import { WhenField, WhoField } from "../../components/who-and-when";
import { decisionChoices } from "../../report";

type Props = {
  finding: string;
  formKey: string;
  isAgain: boolean;
  /** The first that nobody has decided on stands open, the others open one by one. */
  isNext: boolean;
  owners: readonly Colleague[];
  reply: Reply;
};

export const DecisionForm = ({ finding, formKey, isAgain, isNext, owners, reply }: Props) => {
  const t = useT();
  return (
    <details open={isNext || reply !== undefined}>
      <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t(isAgain ? "reports.decide_again" : "reports.decide")}</summary>
      <Form method="post" className="grid gap-3 pt-2" preventScrollReset>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="finding" value={finding} />
        <fieldset className="grid gap-1">
          <legend className="text-label font-semibold">{t("reports.decision")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {decisionChoices.map((choice) => (
              <label key={choice} className="flex min-h-11 items-center gap-2">
                <input type="radio" name="choice" value={choice} required defaultChecked={reply?.values?.choice === choice} className="size-5 accent-leaf" />
                {t(`reports.choice_${choice}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">
            {t("reports.decision_note")} <span className="font-normal text-ink-3">({t("common.optional")})</span>
          </span>
          <textarea name="note" className="control" rows={2} maxLength={2000} defaultValue={reply?.values?.note} />
        </label>
        <div className="flex flex-wrap gap-3">
          <WhoField name="ownerId" label={t("themes.owner")} value={reply?.values?.ownerId ?? ""} colleagues={owners} isOptional />
          <WhenField name="dueOn" label={t("themes.due")} value={reply?.values?.dueOn ?? ""} isOptional />
        </div>
        <button className="button quiet small justify-self-start">{t("reports.decide_save")}</button>
      </Form>
    </details>
  );
};
