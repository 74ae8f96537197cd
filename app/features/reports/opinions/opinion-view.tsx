// Patterns of answers on a board of statements: what each group agrees on, what unites and what divides. Never who is in which.
import type { ReactNode } from "react";
import { useFormat, useT } from "~/i18n/language";
import { unbroken } from "~/ui/unbroken";
import { WideTable } from "~/ui/wide-table";
import type { OpinionResult, StanceShares } from "../later/find-opinions";
import type { Opinions } from "./board-opinions.server";

type Text = Opinions["texts"][number];

const letterOf = (group: number): string => String.fromCharCode(65 + group);

/** Agreed, passed, disagreed: told by words and numbers too. */
const StanceBar = ({ name, shares }: { name: string; shares: StanceShares | null }) => {
  const t = useT();
  const format = useFormat();
  if (shares === null || shares.seen === 0) {
    return (
      <p className="grid grid-cols-[84px_minmax(0,1fr)] gap-3 text-note text-ink-3">
        <span>{name}</span> <span>{t("stances.hidden")}</span>
      </p>
    );
  }
  const { agree, disagree, seen } = shares;
  return (
    <p className="grid grid-cols-[84px_minmax(0,1fr)] items-center gap-x-3 text-note">
      <span className="font-semibold">{name}</span>
      <span aria-hidden="true" className="flex h-3.5 overflow-hidden rounded-[4px] bg-neutral-3">
        <i className="bg-teal-5" style={{ width: `${agree * 100}%` }} />
        <i className="ms-auto bg-ochre-5" style={{ width: `${disagree * 100}%` }} />
      </span>
      <span className="num col-start-2 text-ink-2">
        {t("stances.shares", { agree: format.percent(agree), disagree: format.percent(disagree), count: seen })}
      </span>
    </p>
  );
};

type ListProps = { ids: readonly number[]; result: OpinionResult; texts: readonly Text[]; sides?: ReadonlyMap<number, "agree" | "disagree"> };

const StatementList = ({ ids, result, texts, sides }: ListProps) => {
  const t = useT();
  return (
    <ul className="grid gap-4">
      {ids.map((id) => {
        const text = texts.find((each) => each.id === id);
        const own = result.statements.find((each) => each.id === id);
        if (!text || !own) return null;
        const side = sides?.get(id);
        return (
          <li key={id} className="grid gap-1.5 border-t border-line pt-3 first:border-0 first:pt-0">
            <p dir="auto">
              {side && <b className={`chip me-2 ${side === "agree" ? "lagoon" : "turmeric"}`}>{t(`stances.side_${side}`)}</b>}
              <span lang={text.language}>{text.text}</span>
            </p>
            {own.groups.length === 0 ? (
              <StanceBar name={t("stances.everybody")} shares={own.everybody} />
            ) : (
              own.groups.map((shares, group) => <StanceBar key={group} name={t("stances.group", { letter: letterOf(group) })} shares={shares} />)
            )}
          </li>
        );
      })}
    </ul>
  );
};

const Part = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => (
  <section className="card grid content-start gap-4">
    <div className="grid gap-1">
      <h2 className="text-[20px]">{title}</h2>
      {note && <p className="text-label text-ink-2">{note}</p>}
    </div>
    {children}
  </section>
);

const EveryStatement = ({ result, texts }: { result: OpinionResult; texts: readonly Text[] }) => {
  const t = useT();
  const format = useFormat();
  const shown = (shares: StanceShares | null, part: "agree" | "disagree") => (shares === null || shares.seen === 0 ? "–" : format.percent(shares[part]));
  return (
    <details className="report-table card">
      <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("stances.as_table")}</summary>
      <WideTable label={t("stances.as_table")}>
        <table className="table num min-w-full [&_td]:py-1.5 [&_td]:text-note [&_th]:py-1.5 [&_th]:align-bottom">
          <thead>
            <tr>
              <th scope="col">{t("stances.statement")}</th>
              <th scope="col" className="text-end!">
                n
              </th>
              <th scope="col" className="text-end!">
                {t("stances.side_agree")}
              </th>
              <th scope="col" className="text-end!">
                {t("stances.side_disagree")}
              </th>
              {result.sizes.map((_, group) => (
                <th key={group} scope="col" className="text-end!">
                  {t("stances.agree_in", { letter: letterOf(group) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.statements.map(({ id, everybody, groups }) => {
              const text = texts.find((each) => each.id === id);
              return (
                <tr key={id}>
                  <th scope="row" className="text-ink!">
                    <span className="block min-w-40 font-normal" lang={text?.language} dir="auto">
                      {text?.text}
                    </span>
                  </th>
                  <td className="text-end!">{format.number(everybody.seen)}</td>
                  <td className="text-end!">{shown(everybody, "agree")}</td>
                  <td className="text-end!">{shown(everybody, "disagree")}</td>
                  {groups.map((shares, group) => (
                    <td key={group} className="text-end!">
                      {shown(shares, "agree")}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
};

export const OpinionView = ({ result, texts, children }: { result: OpinionResult; texts: readonly Text[]; children?: ReactNode }) => {
  const t = useT();
  const format = useFormat();
  const sidesOf = (list: readonly { id: number; side: "agree" | "disagree" }[]) => new Map(list.map(({ id, side }) => [id, side]));
  const majority = [
    ...result.majority.agree.map((id) => ({ id, side: "agree" as const })),
    ...result.majority.disagree.map((id) => ({ id, side: "disagree" as const })),
  ];
  const [largest = 0, next = 0] = result.sizes;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="grid max-w-[70ch] gap-1.5">
        <p className="text-[20px] font-semibold">
          {result.hidden === null
            ? unbroken(
                t("stances.found", {
                  count: result.sizes.length,
                  share: format.percent(largest / result.placed),
                  other: format.percent(next / result.placed),
                }),
              )
            : t(`stances.not_found_${result.hidden.replaceAll("-", "_") as "too_few_people" | "small_group" | "no_clear_groups"}`)}
        </p>
        <p className="text-label text-ink-2">{t("stances.placed", { count: result.placed, people: result.n })}</p>
      </div>
      {result.typical.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 min-[900px]:grid-cols-2">
          {result.typical.map((list, group) => (
            <Part
              key={group}
              title={t("stances.group_says", { letter: letterOf(group) })}
              note={t("stances.group_size", { count: result.sizes[group]!, share: format.percent(result.sizes[group]! / result.placed) })}
            >
              <StatementList ids={list.map(({ id }) => id)} result={result} texts={texts} sides={sidesOf(list)} />
            </Part>
          ))}
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 min-[900px]:grid-cols-2">
        {result.hidden === null && (
          <Part title={t("stances.unites")} note={t("stances.unites_note")}>
            {result.unites.length === 0 ? (
              <p className="text-ink-2">{t("stances.nothing")}</p>
            ) : (
              <StatementList ids={result.unites} result={result} texts={texts} />
            )}
          </Part>
        )}
        {result.hidden === null && (
          <Part title={t("stances.divides")} note={t("stances.divides_note")}>
            {result.divides.length === 0 ? (
              <p className="text-ink-2">{t("stances.nothing")}</p>
            ) : (
              <StatementList ids={result.divides} result={result} texts={texts} />
            )}
          </Part>
        )}
        {result.hidden !== null && (
          <Part title={t("stances.majority")}>
            {majority.length === 0 ? (
              <p className="text-ink-2">{t("stances.nothing")}</p>
            ) : (
              <StatementList ids={majority.map(({ id }) => id)} result={result} texts={texts} sides={sidesOf(majority)} />
            )}
          </Part>
        )}
      </div>
      <EveryStatement result={result} texts={texts} />
      <div className="grid max-w-[80ch] gap-1 text-note text-ink-3">
        <p>{t("stances.caution")}</p>
        {children}
      </div>
    </div>
  );
};
