import { Link } from "@remix-run/react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { NextStepKind } from "../participation";

type Count = { step: NextStepKind; count: number; late: number };

/** How many stand at each step; each count is a link to those people. */
export const StepFilter = ({ trialId, counts, step, isLate }: { trialId: number; counts: readonly Count[]; step: string | null; isLate: boolean }) => {
  const t = useT();
  const format = useFormat();
  const late = counts.reduce((sum, count) => sum + count.late, 0);
  const everybody = counts.reduce((sum, { count }) => sum + count, 0);
  const entries = [
    { key: "all", label: t("fieldwork.filter_all"), count: everybody, to: paths.trialParticipants(trialId), isOn: !step && !isLate },
    { key: "late", label: t("fieldwork.late"), count: late, to: paths.trialParticipants(trialId, { late: true }), isOn: isLate },
    ...counts.map(({ step: key, count }) => ({
      key,
      label: t(`fieldwork.filter_${key}`),
      count,
      to: paths.trialParticipants(trialId, { step: key }),
      isOn: step === key,
    })),
  ];
  return (
    <nav aria-label={t("fieldwork.filter")}>
      <ul className="flex flex-wrap gap-2">
        {entries.map(({ key, label, count, to, isOn }) => (
          <li key={key}>
            <Link to={to} aria-current={isOn ? "true" : undefined} className={`chip num min-h-9 ${isOn ? "leaf" : key === "late" && count > 0 ? "brick" : ""}`}>
              {label} <b>{format.number(count)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
