// The fields of a change, the same for writing a new one and for editing.
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { TextArea, type Reply } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";
import { changeLimits, type ChangeStep } from "../change";

type Values = {
  title: LocalizedText;
  said: LocalizedText;
  did: LocalizedText;
  quote: string;
  steps: ChangeStep[];
  quotationId: number | null;
  ideaIds: number[];
};
type Idea = { id: number; title: string; voteCount: number };

export const useChangeLabels = (): Record<string, string> => {
  const t = useT();
  const both = (name: "title" | "said" | "did") => ({
    [`${name}.en`]: `${t(`reports.change_field_${name}`)} (EN)`,
    [`${name}.id`]: `${t(`reports.change_field_${name}`)} (ID)`,
  });
  return { ...both("title"), ...both("said"), ...both("did"), quote: t("reports.change_field_quote") };
};

const StepFields = ({ steps, reply }: { steps: ChangeStep[]; reply: Reply }) => {
  const t = useT();
  const value = (name: string, stored: string | undefined) => reply?.values?.[name] ?? stored;
  return (
    <fieldset className="grid gap-2">
      <legend className="text-label font-semibold">
        {t("reports.change_field_steps")} <span className="font-normal text-ink-3">({t("common.optional")})</span>
      </legend>
      <p className="text-note text-ink-3">{t("reports.change_field_steps_help")}</p>
      {Array.from({ length: changeLimits.steps }, (_, index) => {
        const name = (part: string) => `steps[${index}].${part}`;
        const place = t("reports.change_step_number", { number: index + 1 });
        return (
          <div key={index} className="grid gap-2 sm:grid-cols-[1fr_1fr_170px]">
            <input
              name={name("label.id")}
              lang="id"
              className="control"
              maxLength={changeLimits.step}
              aria-label={`${place}, ${t("common.in_indonesian")}`}
              placeholder={t("common.in_indonesian")}
              defaultValue={value(name("label.id"), steps[index]?.label.id)}
            />
            <input
              name={name("label.en")}
              lang="en"
              className="control"
              maxLength={changeLimits.step}
              aria-label={`${place}, ${t("common.in_english")}`}
              placeholder={t("common.in_english")}
              defaultValue={value(name("label.en"), steps[index]?.label.en)}
            />
            <input
              name={name("on")}
              type="month"
              pattern="\d{4}-\d{2}"
              className="control"
              aria-label={`${place}, ${t("reports.change_month")}`}
              placeholder="2026-03"
              defaultValue={value(name("on"), steps[index]?.on)}
            />
          </div>
        );
      })}
    </fieldset>
  );
};

const IdeaFields = ({ ideas, chosen, reply }: { ideas: Idea[]; chosen: number[]; reply: Reply }) => {
  const t = useT();
  if (ideas.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="text-label font-semibold">
        {t("reports.change_field_ideas")} <span className="font-normal text-ink-3">({t("common.optional")})</span>
      </legend>
      <p className="text-note text-ink-3">{t("reports.change_field_ideas_help")}</p>
      <div className="max-h-80 overflow-y-auto rounded-control border border-line px-3">
        {ideas.map((idea, index) => {
          const name = `ideaIds[${index}]`;
          const isChosen = reply?.values ? reply.values[name] === String(idea.id) : chosen.includes(idea.id);
          return (
            <label key={idea.id} className="flex min-h-11 items-center gap-3 border-b border-line py-2 last:border-0">
              <input type="checkbox" name={name} value={idea.id} defaultChecked={isChosen} className="size-5 flex-none accent-leaf" />
              <span className="flex-1">{idea.title}</span>
              <span className="num text-note text-ink-3">{t("changes.votes", { count: idea.voteCount })}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
};

const QuotationFields = ({ quotations, chosen, reply }: { quotations: { id: number; excerpt: string }[]; chosen: number | null; reply: Reply }) => {
  const t = useT();
  if (quotations.length === 0) return null;
  const picked = reply?.values ? Number(reply.values.quotationId || 0) : (chosen ?? 0);
  return (
    <fieldset className="grid gap-1">
      <legend className="text-label font-semibold">{t("reports.change_field_quotation")}</legend>
      <p className="text-note text-ink-3">{t("reports.change_field_quotation_help")}</p>
      {[{ id: 0, excerpt: "" }, ...quotations].map(({ id, excerpt }) => (
        <label key={id} className="flex min-h-11 items-start gap-3 py-2">
          <input type="radio" name="quotationId" value={id === 0 ? "" : id} defaultChecked={picked === id} className="mt-0.5 size-5 flex-none accent-leaf" />
          {id === 0 ? <span className="text-ink-2">{t("reports.change_no_quotation")}</span> : <span className="quote text-[16px]">“{excerpt}”</span>}
        </label>
      ))}
    </fieldset>
  );
};

export const ChangeFields = ({
  values,
  ideas,
  quotations,
  reply,
}: {
  values: Values;
  ideas: Idea[];
  quotations: { id: number; excerpt: string }[];
  reply: Reply;
}) => {
  const t = useT();
  const { title, text, quote } = changeLimits;
  return (
    <>
      <LocalizedField
        name="title"
        label={t("reports.change_field_title")}
        help={t("reports.change_field_title_help")}
        value={values.title}
        reply={reply}
        required
        maxLength={title}
      />
      <LocalizedField name="said" label={t("reports.change_field_said")} value={values.said} reply={reply} rows={3} required maxLength={text} />
      <LocalizedField
        name="did"
        label={t("reports.change_field_did")}
        help={t("reports.change_field_did_help")}
        value={values.did}
        reply={reply}
        rows={3}
        required
        maxLength={text}
      />
      <IdeaFields ideas={ideas} chosen={values.ideaIds} reply={reply} />
      <QuotationFields quotations={quotations} chosen={values.quotationId} reply={reply} />
      <TextArea
        name="quote"
        label={t("reports.change_field_quote")}
        help={t("reports.change_field_quote_help")}
        defaultValue={values.quote}
        rows={2}
        maxLength={quote}
        reply={reply}
        optional
      />
      <StepFields steps={values.steps} reply={reply} />
    </>
  );
};

/** The decision that a change follows from. */
export const DecisionNote = ({ finding, note }: { finding: LocalizedText | null; note: string }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="grid gap-1 rounded-card bg-sunken p-4">
      <p className="text-note font-semibold text-ink-3">{t("reports.change_from_decision")}</p>
      {finding && <p className="font-semibold">{localized(finding, locale)}</p>}
      {note && <p className="text-ink-2">{note}</p>}
    </section>
  );
};
