// How old the numbers of a large trial are, and whether anything has changed since.
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { Progress } from "../later/computation";
import { LaterProgress } from "../later/later-progress";
import type { Freshness } from "./stored";

const AgeNote = ({ freshness }: { freshness: Freshness }) => {
  const t = useT();
  const format = useFormat();
  const { computedAt, base, isCurrent } = freshness;
  const date = computedAt && format.dateTime(computedAt);
  const since = isCurrent ? "" : t("later.stored_changed");
  return (
    <p className="no-print mb-5 max-w-[75ch] text-label text-ink-2">
      {date === null
        ? t("later.stored_first")
        : base
          ? t("later.stored_computed_from", { date, responses: format.number(base.responses), people: format.number(base.people) })
          : t("later.stored_computed", { date })}{" "}
      {date !== null && since}
    </p>
  );
};

type Props = {
  trialId: number;
  /** Null where the page has computed the numbers itself. */ freshness: Freshness | null;
  later: Progress[];
  /** Of the answers, where what is added later is waited for too. */ hash?: string;
  view?: { segment?: string };
  /** This page. */ here: string;
};

/** What a page says above its numbers: how old they are, and what is still being computed. */
export const DraftState = ({ trialId, freshness, later, hash, view = {}, here }: Props) => (
  <>
    {freshness && <AgeNote freshness={freshness} />}
    <LaterProgress
      later={later}
      address={paths.reportComputations(trialId, { hash, awaited: freshness?.awaited?.toString(), ...view })}
      action={paths.reportComputations(trialId, view)}
      here={here}
    />
  </>
);
