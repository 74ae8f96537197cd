import { useActionData } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { ProblemSummary, type Reply } from "./field";

/** What an act that has no page of its own shows when it could not be carried out. */
export const Refused = ({ back }: { back: string }) => {
  const t = useT();
  const reply = useActionData() as Reply;
  return (
    <div className="mx-auto grid max-w-xl gap-4 py-10">
      <title>{t("errors.refused_title")}</title>
      <h1>{t("errors.refused_title")}</h1>
      <ProblemSummary reply={reply} />
      <a className="button justify-self-start" href={back}>
        {t("common.back")}
      </a>
    </div>
  );
};
