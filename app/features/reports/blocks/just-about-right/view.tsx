import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import type { PenaltyChart } from "../../charts/chart";
import { Figure, NumberTable } from "../../components/figure";
import { useNameOf } from "../../components/prototype-names";
import { minus, showMean, showP } from "../../numbers";
import { PenaltyPlot, useComplaint } from "./penalty-plot";
import type { JarCell, JustAboutRightBlock, PenaltySideResult } from "./result";

const none = "–";

const PenaltyTable = ({ block, cells }: { block: JustAboutRightBlock; cells: JarCell[] }) => {
  const t = useT();
  const format = useFormat();
  const complaint = useComplaint(block);
  const row = (cell: JarCell, side: "low" | "high") => {
    const { n, share, drop, test, isFlagged }: PenaltySideResult = cell[side];
    return {
      key: `${cell.key} ${side}`,
      cells: [
        complaint(cell.key, side),
        share === null ? format.number(n) : format.percent(share),
        drop === null ? none : minus(format.number(drop, 2)),
        test ? showP(format, test.adjustedP) : none,
        isFlagged ? t("reports.flagged") : "",
      ],
    };
  };
  return (
    <>
      <NumberTable
        caption={t("reports.table_penalties")}
        head={[t("reports.complaint"), t("reports.share"), t("reports.drop"), "p", ""]}
        rows={cells.flatMap((cell) => [row(cell, "low"), row(cell, "high")])}
      />
      <JustRightTable block={block} cells={cells} />
    </>
  );
};

const JustRightTable = ({ block, cells }: { block: JustAboutRightBlock; cells: JarCell[] }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  return (
    <NumberTable
      caption={t("reports.table_just_right")}
      head={[
        t("reports.question"),
        "n",
        t("reports.too_little_short"),
        t("reports.just_right"),
        t("reports.too_much_short"),
        t("reports.mean_when_just_right"),
      ]}
      rows={cells.map(({ key, n, low, justAboutRight, high }) => ({
        key,
        cells: [
          <span key="text" className="block min-w-36">
            {localized(block.attributes.find((entry) => entry.key === key)!.text, locale)}
          </span>,
          format.number(n),
          ...[low, justAboutRight, high].map((part) => (part.share === null ? format.number(part.n) : format.percent(part.share))),
          justAboutRight.mean === null ? none : showMean(format, justAboutRight.mean, justAboutRight.n),
        ],
      }))}
    />
  );
};

const shownAtOnce = 8;

/** What is flagged over all prototypes, the costliest first: the list to start changing from. */
const FlaggedList = ({ block }: { block: JustAboutRightBlock }) => {
  const t = useT();
  const format = useFormat();
  const nameOf = useNameOf();
  const complaint = useComplaint(block);
  const sides = block.flagged.map((flag) => ({
    ...flag,
    result: block.prototypes.find(({ code }) => code === flag.code)!.cells.find(({ key }) => key === flag.key)![flag.side],
  }));
  const most = Math.max(...sides.map(({ result }) => result.weightedPenalty!));
  const list = (part: typeof sides) => (
    <ol className="grid gap-2.5">
      {part.map(({ code, key, side, result }) => (
        <li key={`${code} ${key} ${side}`} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1">
          <span>
            <b className="font-semibold">{nameOf(code)}</b> {complaint(key, side)}
          </span>
          <span className="num text-label text-ink-2">
            {t("reports.share_and_drop", { share: format.percent(result.share!), drop: format.number(result.drop!, 1) })}
          </span>
          <span aria-hidden="true" className="col-span-2 block h-1.5 overflow-hidden rounded-full bg-sunken">
            <i className="block h-full rounded-full bg-ochre-5" style={{ width: `${((result.weightedPenalty! / most) * 100).toFixed(1)}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {list(sides.slice(0, shownAtOnce))}
      {sides.length > shownAtOnce && (
        <details className="report-table mt-3">
          <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("reports.more_flagged", { count: sides.length - shownAtOnce })}</summary>
          <div className="pt-2">{list(sides.slice(shownAtOnce))}</div>
        </details>
      )}
    </>
  );
};

const PooledTable = ({ block }: { block: JustAboutRightBlock }) => {
  const t = useT();
  const format = useFormat();
  const complaint = useComplaint(block);
  if (!block.pooled) return null;
  return (
    <NumberTable
      caption={t("reports.table_pooled", { count: block.pooled.n })}
      head={[t("reports.complaint"), "n", t("reports.penalty"), t("reports.standard_error"), "p"]}
      rows={block.pooled.penalties.map(({ key, side, n, penalty, standardError, p }) => ({
        key: `${key} ${side}`,
        cells: [complaint(key, side), format.number(n), minus(format.number(penalty, 2)), format.number(standardError, 2), showP(format, p)],
      }))}
    />
  );
};

export const JustAboutRightView = ({ block, penalties }: { block: JustAboutRightBlock; penalties: PenaltyChart[] }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const nameOf = useNameOf();
  const complaint = useComplaint(block);
  const { share, drop, alpha } = block.thresholds;
  const flaggedOf = (code: string) => block.flagged.filter((flag) => flag.code === code);
  const titleOf = (code: string) => {
    const own = flaggedOf(code);
    if (own.length === 0) return t("reports.title_penalty_none", { prototype: nameOf(code) });
    const complaints = own.slice(0, 3).map(({ key, side }) => complaint(key, side));
    const values = { prototype: nameOf(code), complaints: complaints.join(", ") };
    return own.length > 3 ? t("reports.title_penalty_more", { ...values, count: own.length - 3 }) : t("reports.title_penalty", values);
  };
  // The prototypes with something to mend come first.
  const ordered = [...penalties].sort((a, b) => Number(flaggedOf(a.code).length === 0) - Number(flaggedOf(b.code).length === 0));
  return (
    <section className="grid gap-5">
      <Figure
        title={localized(block.title, locale)}
        sub={block.liking ? t("reports.penalty_sub", { min: block.liking.min, max: block.liking.max }) : t("reports.penalty_sub_without_liking")}
        note={
          <>
            <p>
              {block.liking
                ? t("reports.penalty_note", { share: format.percent(share), drop: format.number(drop, 1), alpha: format.number(alpha, 2) })
                : t("reports.penalty_note_without_liking")}
            </p>
            <p>{t("reports.penalty_caution")}</p>
          </>
        }
        table={block.pooled && <PooledTable block={block} />}
      >
        {block.flagged.length > 0 && <FlaggedList block={block} />}
        {penalties.length === 0 && block.prototypes.map(({ code, cells }) => <JustRightTable key={code} block={block} cells={cells} />)}
      </Figure>
      {ordered.length > 0 && <p className="-mb-2 px-1 text-label text-ink-2">{t("reports.penalty_axes")}</p>}
      <div className="grid items-stretch gap-5 min-[1100px]:grid-cols-2">
        {ordered.map((chart) => (
          <Figure
            key={chart.code}
            level={3}
            title={titleOf(chart.code)}
            table={<PenaltyTable block={block} cells={block.prototypes.find(({ code }) => code === chart.code)!.cells} />}
          >
            <PenaltyPlot block={block} chart={chart} label={titleOf(chart.code)} />
          </Figure>
        ))}
      </div>
    </section>
  );
};
