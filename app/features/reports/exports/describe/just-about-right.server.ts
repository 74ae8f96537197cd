// Just-about-right scales: who complains about what, and what it costs in liking.
import type { JarCell, JustAboutRightBlock } from "../../blocks/just-about-right/result";
import type { DocumentSection, DocumentTable } from "../document";
import { countCell, meanCell, none, numberCell, pCell, section, shareCell, type Speech } from "./speech.server";

type Side = "low" | "high";

export const describeJustAboutRight = (speech: Speech, block: JustAboutRightBlock): DocumentSection[] => {
  const { t, format, pick, nameOf } = speech;
  const attributeOf = (key: string) => block.attributes.find((entry) => entry.key === key)!;
  const complaint = (key: string, side: Side) => pick(side === "low" ? attributeOf(key).tooLittle : attributeOf(key).tooMuch);
  const shareOr = ({ share, n }: { share: number | null; n: number }) => (share === null ? countCell(format, n) : shareCell(format, share));

  const penaltyTable = (cells: JarCell[]): DocumentTable => ({
    caption: t("reports.table_penalties"),
    head: [t("reports.complaint"), t("reports.share"), t("reports.drop"), "p", t("reports.flag")],
    rows: cells.flatMap((cell) =>
      (["low", "high"] as const).map((side) => {
        const { drop, test, isFlagged } = cell[side];
        return [
          complaint(cell.key, side),
          shareOr(cell[side]),
          drop === null ? none : numberCell(format, drop, 2),
          test ? pCell(format, test.adjustedP) : none,
          isFlagged ? t("reports.flagged") : "",
        ];
      }),
    ),
  });

  const spreadTable = (cells: JarCell[]): DocumentTable => ({
    caption: t("reports.table_just_right"),
    head: [t("reports.question"), "n", t("reports.too_little_short"), t("reports.just_right"), t("reports.too_much_short"), t("reports.mean_when_just_right")],
    rows: cells.map(({ key, n, low, justAboutRight, high }) => [
      pick(attributeOf(key).text),
      countCell(format, n),
      shareOr(low),
      shareOr(justAboutRight),
      shareOr(high),
      meanCell(format, justAboutRight.mean, justAboutRight.n),
    ]),
  });

  const pooledTable = (): DocumentTable[] =>
    block.pooled
      ? [
          {
            caption: t("reports.table_pooled", { count: block.pooled.n }),
            head: [t("reports.complaint"), "n", t("reports.penalty"), t("reports.standard_error"), "p"],
            rows: block.pooled.penalties.map(({ key, side, n, penalty, standardError, p }) => [
              complaint(key, side),
              countCell(format, n),
              numberCell(format, penalty, 2),
              numberCell(format, standardError, 2),
              pCell(format, p),
            ]),
          },
        ]
      : [];

  const flaggedTable = (): DocumentTable[] =>
    block.flagged.length === 0
      ? []
      : [
          {
            caption: t("reports.flag"),
            head: [t("reports.prototype"), t("reports.complaint"), t("reports.share"), t("reports.drop")],
            rows: block.flagged.map(({ code, key, side }) => {
              const found = block.prototypes.find((entry) => entry.code === code)!.cells.find((cell) => cell.key === key)![side];
              return [nameOf(code), complaint(key, side), shareCell(format, found.share), numberCell(format, found.drop ?? 0, 1)];
            }),
          },
        ];

  const titleOf = (code: string): string => {
    const own = block.flagged.filter((flag) => flag.code === code);
    if (own.length === 0) return t("reports.title_penalty_none", { prototype: nameOf(code) });
    const values = {
      prototype: nameOf(code),
      complaints: own
        .slice(0, 3)
        .map(({ key, side }) => complaint(key, side))
        .join(", "),
    };
    return own.length > 3 ? t("reports.title_penalty_more", { ...values, count: own.length - 3 }) : t("reports.title_penalty", values);
  };

  const plotOf = (code: string, cells: JarCell[]): DocumentSection["charts"] => {
    const points = cells.flatMap((cell) =>
      (["low", "high"] as const).flatMap((side) => {
        const { share, drop, isFlagged, n } = cell[side];
        return share === null || drop === null || n === 0 ? [] : [{ name: complaint(cell.key, side), across: share, up: drop, isMarked: isFlagged }];
      }),
    );
    if (points.length === 0) return [];
    return [
      {
        kind: "points",
        title: titleOf(code),
        across: { label: t("reports.share"), line: block.thresholds.share, isShare: true },
        up: { label: t("reports.drop"), line: block.thresholds.drop },
        kinds: [t("reports.not_flagged"), t("reports.flagged")],
        points,
      },
    ];
  };

  const { share, drop, alpha } = block.thresholds;
  return [
    section(block.block, pick(block.title), {
      sub: block.liking ? t("reports.penalty_sub", { min: block.liking.min, max: block.liking.max }) : t("reports.penalty_sub_without_liking"),
      notes: [
        block.liking
          ? t("reports.penalty_note", { share: format.percent(share), drop: format.number(drop, 1), alpha: format.number(alpha, 2) })
          : t("reports.penalty_note_without_liking"),
        t("reports.penalty_caution"),
      ],
      tables: [...flaggedTable(), ...pooledTable()],
    }),
    ...block.prototypes.map(({ code, cells }) =>
      section(block.block, titleOf(code), { charts: plotOf(code, cells), tables: [...(block.liking ? [penaltyTable(cells)] : []), spreadTable(cells)] }),
    ),
  ];
};
