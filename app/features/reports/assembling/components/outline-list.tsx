// The parts of a report in their order, each with what it says and how far it is. Every button works without scripts; with them one may drag.
import { Form, Link } from "@remix-run/react";
import { ArrowDown, ArrowUp, ArrowUpToLine, EyeOff, GripVertical, type LucideIcon } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { AssignmentChip } from "../../assigning/components/assignment-chip";
import { blockHeading } from "../../block-names";
import type { BlockName } from "../../report";
import { canHaveIntroduction, canLeaveOut, canMove, leaveOut, move, outlineOf, writeOutline, type PlacedBlock } from "../assembly";
import type { OutlineBlock } from "../outline.server";
import { useOutline } from "../use-outline";
import { ChangeSentence } from "./change-sentence";

const About = ({ trialId, block }: { trialId: number; block: OutlineBlock }) => {
  const t = useT();
  const locale = useLocale();
  const introduction = localized(block.introduction, locale);
  return (
    <div className="grid min-w-0 gap-0.5">
      <Link
        id={`part-${block.block}`}
        to={paths.reportBlock(trialId, block.block)}
        className="inline-flex min-h-9 items-center justify-self-start font-semibold hover:underline"
      >
        {t(blockHeading(block.block))}
      </Link>
      {block.says && <p className="text-label wrap-anywhere text-ink-2">{block.says}</p>}
      {introduction && <p className="line-clamp-2 border-s-2 border-line-2 ps-3 text-label text-ink-2">{introduction}</p>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-note text-ink-3">
        {block.findings > 0 && <span>{t("document.findings", { count: block.findings })}</span>}
        {block.assignment && <AssignmentChip assignment={block.assignment} />}
        {block.openComments > 0 && <span>{t("document.open_comments", { count: block.openComments })}</span>}
        {canHaveIntroduction(block.block) && !block.isLeftOut && (
          <Link to={paths.reportIntroduction(trialId, block.block)} className="link inline-flex min-h-11 items-center">
            {t(introduction ? "document.edit_introduction" : "document.add_introduction")}
          </Link>
        )}
      </div>
    </div>
  );
};

type Act = { id: string; icon: LucideIcon; label: string; next: PlacedBlock[] | null };

const ActButton = ({ act: { id, icon: Icon, label, next }, onAct }: { act: Act; onAct: (next: PlacedBlock[], id: string) => void }) => (
  <button
    id={id}
    name="outline"
    value={next ? writeOutline(outlineOf(next)) : ""}
    disabled={next === null}
    aria-label={label}
    title={label}
    className="grid size-11 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-30"
    onClick={(event) => {
      event.preventDefault();
      if (next) onAct(next, id);
    }}
  >
    <Icon className="size-[18px]" aria-hidden="true" />
  </button>
);

type Props = { trialId: number; blocks: OutlineBlock[]; revision: number; refusal: unknown };

export const OutlineList = ({ trialId, blocks, revision, refusal }: Props) => {
  const t = useT();
  const { shown: placed, done, want } = useOutline(blocks, revision, refusal);
  const dragged = useRef<BlockName | null>(null);
  const [over, setOver] = useState<BlockName | null>(null);
  const inside = placed.filter(({ isLeftOut }) => !isLeftOut);
  const outside = placed.filter(({ isLeftOut }) => isLeftOut);
  const aboutOf = (block: BlockName) => blocks.find((each) => each.block === block);
  const placeOf = (block: BlockName) => placed.findIndex((each) => each.block === block);

  /** Before or behind the next part that is shown, past whatever is left out between them. */
  const beside = (index: number, step: -1 | 1): PlacedBlock[] | null => {
    const [own, neighbour] = [inside[index]!.block, inside[index + step]?.block];
    return canMove(own) && neighbour && canMove(neighbour) ? move(placed, own, placeOf(neighbour)) : null;
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown", "Home"].includes(event.key)) return;
    event.preventDefault();
    const { block } = inside[index]!;
    const next = event.key === "Home" ? move(placed, block, 0) : beside(index, event.key === "ArrowUp" ? -1 : 1);
    if (next) want(next, (event.target as HTMLElement).id, `part-${block}`);
  };

  return (
    <Form method="post" className="grid gap-8" preventScrollReset>
      <input type="hidden" name="revision" value={revision} />
      <p role="status" className="sr-only">
        {done && <ChangeSentence change={done} />}
      </p>
      <ol className="grid gap-2">
        {inside.map(({ block }, index) => {
          const about = aboutOf(block);
          if (!about) return null;
          const name = t(blockHeading(block));
          const acts: Act[] = [
            { id: `top-${block}`, icon: ArrowUpToLine, label: t("document.move_top", { name }), next: beside(index, -1) && move(placed, block, 0) },
            { id: `up-${block}`, icon: ArrowUp, label: t("document.move_up", { name }), next: beside(index, -1) },
            { id: `down-${block}`, icon: ArrowDown, label: t("document.move_down", { name }), next: beside(index, 1) },
            { id: `out-${block}`, icon: EyeOff, label: t("document.leave_out", { name }), next: canLeaveOut(block) ? leaveOut(placed, block, true) : null },
          ];
          return (
            <li
              key={block}
              draggable={canMove(block)}
              onKeyDown={(event) => onKeyDown(event, index)}
              onDragStart={(event) => {
                dragged.current = block;
                event.dataTransfer.effectAllowed = "move";
              }}
              onDragOver={(event) => {
                if (dragged.current === null || !canMove(block)) return;
                event.preventDefault();
                setOver(block);
              }}
              onDragEnd={() => ((dragged.current = null), setOver(null))}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current && dragged.current !== block) want(move(placed, dragged.current, placeOf(block)), `part-${dragged.current}`);
                dragged.current = null;
                setOver(null);
              }}
              className={`grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-1 rounded-card border border-line bg-surface py-2.5 ps-2 pe-2 min-[760px]:grid-cols-[auto_minmax(0,1fr)_auto] ${over === block ? "outline-2 outline-leaf outline-dashed" : ""}`}
            >
              <span className="num flex min-h-9 items-center gap-1 text-label text-ink-3">
                <GripVertical className={`size-4 flex-none ${canMove(block) ? "cursor-grab" : "opacity-0"}`} aria-hidden="true" />
                {index + 1}
              </span>
              <About trialId={trialId} block={about} />
              <div className="col-span-full flex flex-wrap justify-end min-[760px]:col-span-1">
                {canMove(block) ? (
                  acts
                    .filter(({ id }) => canLeaveOut(block) || !id.startsWith("out-"))
                    .map((act) => <ActButton key={act.id} act={act} onAct={(next, id) => want(next, id, `part-${block}`)} />)
                ) : (
                  <span className="px-3 py-2 text-note text-ink-3">{t("document.always_first")}</span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <section className="grid gap-2" aria-labelledby="left-out">
        <h2 id="left-out">{t("document.left_out")}</h2>
        <p className="max-w-[70ch] text-label text-ink-2">{t(outside.length > 0 ? "document.left_out_note" : "document.nothing_left_out")}</p>
        <ul className="grid gap-2">
          {outside.map(({ block }) => {
            const about = aboutOf(block);
            const next = leaveOut(placed, block, false);
            return about ? (
              <li
                key={block}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-dashed border-line-2 py-2.5 ps-4 pe-3"
              >
                <About trialId={trialId} block={about} />
                <button
                  name="outline"
                  value={writeOutline(outlineOf(next))}
                  className="button quiet small min-h-11"
                  aria-label={t("document.take_in_named", { name: t(blockHeading(block)) })}
                  onClick={(event) => {
                    event.preventDefault();
                    want(next, `part-${block}`);
                  }}
                >
                  {t("document.take_in")}
                </button>
              </li>
            ) : null;
          })}
        </ul>
      </section>
    </Form>
  );
};
