import { useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";

type Balance = {
  places: number;
  position: readonly { code: string; counts: readonly number[] }[];
  carryOver: readonly { previous: string; code: string; count: number }[];
};

/** How often each code stands in each position, and directly after each other one. */
export const BalanceTable = ({ balance, caption }: { balance: Balance; caption: string }) => {
  const t = useT();
  const codes = balance.position.map(({ code }) => code);
  const times = (previous: string, code: string) => balance.carryOver.find((pair) => pair.previous === previous && pair.code === code)?.count;
  return (
    <div className="grid gap-5">
      <WideTable label={caption}>
        <table className="table num">
          <caption className="pb-2 text-start text-label font-semibold">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("fieldwork.code")}</th>
              {balance.position[0]?.counts.map((_, index) => (
                <th key={index} scope="col">
                  {t("fieldwork.position", { position: index + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {balance.position.map(({ code, counts }) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                {counts.map((count, index) => (
                  <td key={index}>{count}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {balance.carryOver.length > 0 && (
        <WideTable label={t("fieldwork.carry_over")}>
          <table className="table num">
            <caption className="pb-2 text-start text-label font-semibold">{t("fieldwork.carry_over")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("fieldwork.before_after")}</th>
                {codes.map((code) => (
                  <th key={code} scope="col">
                    {code}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {codes.map((previous) => (
                <tr key={previous}>
                  <th scope="row">{previous}</th>
                  {codes.map((code) => (
                    <td key={code}>{times(previous, code) ?? "–"}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </div>
  );
};
