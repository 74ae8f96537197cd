import { useFormat, useT } from "~/i18n/language";
import { BalanceTable } from "./balance-table";

type Counted = {
  places: number;
  position: readonly { code: string; counts: readonly number[] }[];
  carryOver: readonly { previous: string; code: string; count: number }[];
  unevenness: { replication: number; concurrence: number; position: number; carryOver: number };
};

const Unevenness = ({ of }: { of: Counted["unevenness"] }) => {
  const t = useT();
  const format = useFormat();
  const rows = [
    ["replication", of.replication],
    ["concurrence", of.concurrence],
    ["position", of.position],
    ["carry_over", of.carryOver],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-label">
      {rows.map(([key, value]) => (
        <div key={key} className="contents">
          <dt className="num font-semibold">{format.number(value, value === 0 ? 0 : 2)}</dt>
          <dd className="text-ink-2">{t(`fieldwork.uneven_${key}`)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** How evenly the prototypes stand over positions and neighbours, counted by blind code, with the variances that are 0 in a perfect design. */
export const DesignBalance = ({ balance, caption }: { balance: Counted; caption: string }) => {
  const t = useT();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <BalanceTable balance={balance} caption={caption} />
      <p className="text-note text-ink-3">{t("fieldwork.uneven_text")}</p>
      <Unevenness of={balance.unevenness} />
    </div>
  );
};
