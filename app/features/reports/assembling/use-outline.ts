// Moving blocks in the browser: what is wanted shows at once and is sent one change at a time, so that quick keys never overtake each other.
import { useNavigation, useSubmit } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { outlineOf, readOutline, writeOutline, type PlacedBlock } from "./assembly";

export const useOutline = (placed: readonly PlacedBlock[], revision: number) => {
  const submit = useSubmit();
  const { state } = useNavigation();
  const now = writeOutline(outlineOf(placed));
  const [wanted, setWanted] = useState<string | null>(null);
  const sent = useRef("");
  const focusOn = useRef<string[]>([]);

  useEffect(() => {
    if (wanted === null || state !== "idle") return;
    const attempt = `${revision} ${wanted}`;
    // It has come about, or it was refused: the page says why.
    if (wanted === now || sent.current === attempt) return setWanted(null);
    sent.current = attempt;
    submit({ outline: wanted, revision: String(revision), stay: "on" }, { method: "post", preventScrollReset: true, replace: true });
  }, [wanted, state, now, revision, submit]);

  // A row that changes its place would lose the focus; a button that has nothing to do any more hands it to the name.
  useEffect(() => {
    const found = focusOn.current.map((id) => document.getElementById(id)).find((element) => element && !element.matches(":disabled"));
    focusOn.current = [];
    found?.focus();
  }, [wanted]);

  const outline = wanted === null ? null : readOutline(wanted);
  return {
    shown: outline ? outline.order.map((block): PlacedBlock => ({ block, isLeftOut: outline.leftOut.includes(block) })) : placed,
    /** The ids of the elements of which the first that can takes the focus. */
    want: (next: readonly PlacedBlock[], ...focus: string[]) => {
      focusOn.current = focus;
      setWanted(writeOutline(outlineOf(next)));
    },
  };
};
