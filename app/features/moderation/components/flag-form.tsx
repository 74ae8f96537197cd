// A member reports something: what is wrong with it, in one choice and, if they like, their own words.
import { Form, Link } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import { flagReasons } from "../case";

type Props = { title: string; quoted: string; back: string; reply: Reply };

export const FlagForm = ({ title, quoted, back, reply }: Props) => {
  const t = useT();
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <div className="grid gap-2">
        <h1 className="text-[27px]">{title}</h1>
        <p className="text-ink-2">{t("ideas.flag_lead")}</p>
      </div>
      <p className="line-clamp-4 rounded-card bg-sunken p-4 text-label whitespace-pre-line">{quoted}</p>
      <Form method="post" className="grid gap-5">
        <ProblemSummary reply={reply} />
        <fieldset id="field-reason" className="grid gap-1">
          <legend className="mb-1 text-label font-semibold">{t("ideas.flag_why")}</legend>
          {flagReasons.map((reason) => (
            <label key={reason} className="flex min-h-11 items-center gap-3">
              <input type="radio" name="reason" value={reason} required defaultChecked={reply?.values?.reason === reason} className="size-5 accent-leaf" />
              {t(`ideas.flag_${reason}`)}
            </label>
          ))}
        </fieldset>
        <TextArea name="note" label={t("ideas.flag_note")} reply={reply} rows={3} maxLength={500} optional />
        <div className="flex flex-wrap gap-3">
          <button className="button">{t("ideas.flag_send")}</button>
          <Link to={back} className="button quiet">
            {t("common.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
};
