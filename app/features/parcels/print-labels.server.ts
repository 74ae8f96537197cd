// Sheets of adhesive labels, of the two sizes that every stationer has: a code on each sample, an address on each parcel.
import type { Context } from "~/core/context";
import { translatorFor } from "~/i18n/strings.server";
import { closePaper, openPaper, type Paper } from "~/ui/paper.server";
import { addressLines } from "./address";
import { listParcels } from "./queries.server";
import { readPackingList, type PackingLine } from "./read-addresses.server";

const millimetre = 72 / 25.4;

/** A4 paper cut into equal labels; lengths in millimetres, `top` and `left` where the first one begins. */
type LabelSheet = { columns: number; rows: number; width: number; height: number; top: number; left: number; gutter: number };

/** 24 of 70 × 37 mm, from edge to edge. */
const small: LabelSheet = { columns: 3, rows: 8, width: 70, height: 37, top: 0.5, left: 0, gutter: 0 };
/** 10 of 99.1 × 57 mm. */
const large: LabelSheet = { columns: 2, rows: 5, width: 99.1, height: 57, top: 6, left: 4.7, gutter: 2.5 };

/** Calls `draw` once for each label with its upper left corner and its size, in points. */
const fillSheets = <T>(
  { pdf }: Paper,
  sheet: LabelSheet,
  items: readonly T[],
  draw: (item: T, x: number, y: number, width: number, height: number) => void,
) => {
  const perPage = sheet.columns * sheet.rows;
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % perPage === 0) pdf.addPage();
    const [row, column] = [Math.floor((index % perPage) / sheet.columns), index % sheet.columns];
    const x = (sheet.left + column * (sheet.width + sheet.gutter)) * millimetre;
    draw(item, x, (sheet.top + row * sheet.height) * millimetre, sheet.width * millimetre, sheet.height * millimetre);
  }
};

/** One line, never wrapped and never wider than the label. */
const line = ({ pdf, clean }: Paper, text: string, x: number, y: number, options: { face: "sans" | "bold"; size: number; width: number; align?: "center" }) =>
  pdf
    .font(options.face)
    .fontSize(options.size)
    .text(clean(text), x, y, { width: options.width, align: options.align, height: options.size * 1.3, ellipsis: true });

/** An empty sheet says why it is empty. */
const openLabels = (ctx: Context, title: string, count: number): Paper => {
  const paper = openPaper({ title, language: ctx.locale, at: ctx.now }, { left: 0, right: 0, top: 0, bottom: 0 });
  if (count === 0) line(paper, translatorFor(ctx.locale)("fieldwork.all_packed"), 56, 56, { face: "bold", size: 14, width: 480 });
  return paper;
};

/** A blind code for every sample of each parcel that is still here; no names and no addresses. */
export const printStickers = async (ctx: Context, trialId: number): Promise<Buffer> => {
  const parcels = (await listParcels(ctx, trialId)).filter(({ state }) => state === "waiting" || state === "packed");
  const t = translatorFor(ctx.locale);
  const stickers = parcels.flatMap(({ participantId, codes }) =>
    codes.map((code, index) => ({ code, place: t("fieldwork.sticker_place", { number: String(participantId), position: index + 1, total: codes.length }) })),
  );
  const paper = openLabels(ctx, t("fieldwork.stickers"), stickers.length);
  fillSheets(paper, small, stickers, ({ code, place }, x, y, width, height) => {
    line(paper, code, x, y + height * 0.22, { face: "bold", size: 36, width, align: "center" });
    line(paper, place, x, y + height * 0.7, { face: "sans", size: 8.5, width, align: "center" });
  });
  return closePaper(paper);
};

const drawAddress = (paper: Paper, { codes, address }: PackingLine, x: number, y: number, width: number, height: number, number: string) => {
  const inset = 5 * millimetre;
  const inner = { width: width - 2 * inset };
  line(paper, number, x + inset, y + inset, { face: "sans", size: 8, ...inner });
  line(paper, codes.map((code, index) => `${index + 1}. ${code}`).join("   "), x + inset, y + inset + 11, { face: "bold", size: 11, ...inner });
  const { pdf, clean } = paper;
  pdf
    .font("bold")
    .fontSize(11)
    .text(clean(address.recipient), x + inset, y + inset + 30, { ...inner, height: 15, ellipsis: true });
  const rest = [address.mobile, ...addressLines(address), address.note].filter(Boolean).join("\n");
  const room = y + height - inset - (y + inset + 46);
  // A long address is set smaller rather than cut.
  const size = [9.5, 8.5, 7.5, 6.5].find((points) => pdf.font("sans").fontSize(points).heightOfString(clean(rest), inner) <= room) ?? 6;
  pdf
    .font("sans")
    .fontSize(size)
    .text(clean(rest), x + inset, y + inset + 46, { ...inner, height: room, ellipsis: true });
};

/** One label per parcel with what goes in and where it goes; reading the addresses is recorded. */
export const printPackingLabels = async (ctx: Context, trialId: number): Promise<Buffer> => {
  const lines = await readPackingList(ctx, trialId);
  const t = translatorFor(ctx.locale);
  const paper = openLabels(ctx, t("fieldwork.packing_list"), lines.length);
  fillSheets(paper, large, lines, (each, x, y, width, height) =>
    drawAddress(paper, each, x, y, width, height, t("fieldwork.parcel_number", { number: String(each.participantId) })),
  );
  return closePaper(paper);
};
