// For staff, on the page of an idea: what is done with it, with a public reason, and the official answer.
import { Form } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, Select, TextArea, type Reply } from "~/ui/field";
import { ideaStatuses, type IdeaStatus } from "../idea";

export const StatusForm = ({ ideaId, status, reply }: { ideaId: number; status: IdeaStatus; reply?: Reply }) => {
  const t = useT();
  return (
    <Form method="post" action={paths.ideaStatus(ideaId)} className="grid gap-4" preventScrollReset>
      <ProblemSummary reply={reply} />
      <Select name="status" label={t("ideas.status_label")} reply={reply} defaultValue={status} key={status}>
        {ideaStatuses.map((name) => (
          <option key={name} value={name}>
            {t(`ideas.status_${name}`)}
          </option>
        ))}
      </Select>
      <TextArea name="reason" label={t("ideas.status_reason")} help={t("ideas.status_reason_help")} reply={reply} rows={3} maxLength={600} optional />
      <button className="button quiet small justify-self-start">{t("ideas.status_save")}</button>
    </Form>
  );
};

export const AnswerForm = ({ ideaId, answer, reply }: { ideaId: number; answer: string | null; reply?: Reply }) => {
  const t = useT();
  return (
    <Form method="post" action={paths.ideaAnswer(ideaId)} className="grid gap-4" preventScrollReset>
      <ProblemSummary reply={reply} />
      <TextArea
        key={answer ?? ""}
        name="body"
        label={t("ideas.answer")}
        help={t(answer ? "ideas.answer_again_help" : "ideas.answer_help")}
        reply={reply}
        defaultValue={answer ?? ""}
        rows={5}
        required
        minLength={10}
        maxLength={3000}
      />
      <button className="button quiet small justify-self-start">{t("ideas.answer_save")}</button>
    </Form>
  );
};
