// What is still being computed for a page, and how far it is. Without scripts the reader looks again; with them the page does.
import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useFormat, useT } from "~/i18n/language";
import { isOnItsWay, isStoredMethod, type Progress, type StoredMethod } from "./computation";

const askEveryMs = 2000;

/** Asks how far it is while something is on its way; when it has come, the page loads its numbers once. */
const useProgress = (first: Progress[], address: string): Progress[] => {
  const [seen, setSeen] = useState<{ of: Progress[]; later: Progress[] }>({ of: first, later: first });
  const { revalidate } = useRevalidator();
  const later = seen.of === first ? seen.later : first;
  const isOpen = later.some(isOnItsWay);
  useEffect(() => {
    if (!isOpen) return;
    const ask = async () => {
      if (document.hidden) return;
      const reply = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
      if (!reply?.ok) return;
      const { later: now } = (await reply.json()) as { later: Progress[] };
      setSeen({ of: first, later: now });
      const done = (all: Progress[]) => all.filter(({ state }) => state === "done").length;
      if (done(now) > done(first)) revalidate();
    };
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [address, first, isOpen, revalidate]);
  return later;
};

type Method = "liking_groups" | "prices" | "best_worst" | "opinions" | "turf" | StoredMethod;
type Props = {
  later: Progress[];
  /** Where to ask how far it is. */ address: string;
  /** Where to ask for it again. */ action: string;
  /** This page. */ here: string;
};

export const LaterProgress = ({ later: first, address, action, here }: Props) => {
  const t = useT();
  const format = useFormat();
  const later = useProgress(first, address).filter(({ state }) => state !== "done");
  if (later.length === 0) return null;
  const isInterrupted = later.some(({ state }) => state === "interrupted" || state === "too_large");
  // What joins a report that can be read already does not stand in front of its answer.
  const isWaitedFor = isInterrupted || later.some(({ method }) => isStoredMethod(method) || method === "opinions");
  const nameOf = (method: string) => t(`later.method_${method.split(":")[0] as Method}`);
  const stateOf = ({ state, part, step }: Progress) => {
    if (state !== "running") return t(`later.state_${state as Exclude<Progress["state"], "running" | "done">}`);
    if (!step) return format.percent(part);
    return step.done === 0 ? t("later.step_reading") : t("later.step_part", step);
  };
  return (
    <details open={isWaitedFor} className="no-print mb-7 rounded-panel bg-sunken px-5 py-3.5">
      <summary className="cursor-pointer">
        <h2 className="ms-1 inline text-[17px]">{t("later.heading")}</h2> <span className="num text-label text-ink-2">({format.number(later.length)})</span>
      </summary>
      <ul className="my-3 grid gap-2.5">
        {later.map((each) => (
          <li key={each.method} className="grid gap-1">
            <span className="flex flex-wrap justify-between gap-x-4 text-label">
              <span className="font-semibold">{nameOf(each.method)}</span>
              <span className="num text-ink-2">{stateOf(each)}</span>
            </span>
            <progress className="h-2 w-full" max={1} value={each.part} aria-label={nameOf(each.method)} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-label text-ink-2">
        <p>{t(later.every(({ method }) => isStoredMethod(method)) ? "later.stored_explained" : "later.explained")}</p>
        <Link to={here} reloadDocument className="link">
          {t("later.look_again")}
        </Link>
        {isInterrupted && (
          <Form method="post" action={action}>
            <button className="button quiet small">{t("later.begin_anew")}</button>
          </Form>
        )}
      </div>
    </details>
  );
};
