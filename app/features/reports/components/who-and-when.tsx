// The two fields of every duty on a report: who sees to it, and by which day.
import { useT } from "~/i18n/language";
import type { Colleague } from "../assigning/assignment";

type Field = { name: string; label: string; value: string | number; isOptional?: boolean };

const Label = ({ label, isOptional }: Pick<Field, "label" | "isOptional">) => {
  const t = useT();
  return (
    <span className="text-label font-semibold">
      {label} {isOptional && <span className="font-normal text-ink-3">({t("common.optional")})</span>}
    </span>
  );
};

/** Somebody who has left the team since is nobody here. */
export const WhoField = ({ colleagues, name, label, value, isOptional }: Field & { colleagues: readonly Colleague[] }) => {
  const t = useT();
  return (
    <label className="grid min-w-48 gap-1.5">
      <Label label={label} isOptional={isOptional} />
      <select name={name} className="control" defaultValue={colleagues.some(({ id }) => String(id) === String(value)) ? value : ""} key={value}>
        <option value="">{t("themes.no_owner")}</option>
        {colleagues.map((colleague) => (
          <option key={colleague.id} value={colleague.id}>
            {colleague.name}
          </option>
        ))}
      </select>
    </label>
  );
};

export const WhenField = ({ name, label, value, isOptional }: Field) => (
  <label className="grid gap-1.5">
    <Label label={label} isOptional={isOptional} />
    <input type="date" name={name} className="control" defaultValue={value} key={value} />
  </label>
);
