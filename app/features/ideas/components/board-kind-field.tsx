// What people do on a new board: vote for ideas, or say whether they agree with statements.
import { useT } from "~/i18n/language";
import { boardKinds } from "../idea";

export const BoardKindField = () => {
  const t = useT();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-label font-semibold">{t("later.board_kind")}</legend>
      {boardKinds.map((kind) => (
        <label key={kind} className="flex min-h-9 items-start gap-2.5 text-label">
          <input type="radio" name="kind" value={kind} defaultChecked={kind === "ideas"} className="mt-0.5 size-5 flex-none accent-leaf" />
          {t(`later.board_kind_${kind}`)}
        </label>
      ))}
    </fieldset>
  );
};
