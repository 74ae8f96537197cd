// Moving blocks in the browser: what is wanted shows at once and is sent one change at a time, so that quick keys never overtake each other.
import { useNavigation, useSubmit } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { changeBetween, outlineOf, readOutline, writeOutline, type OutlineChange, type PlacedBlock } from "./assembly";

/** `refusal` is what the last form was answered, where it was refused. */
export const useOutline = (placed: readonly PlacedBlock[], revision: number, refusal: unknown) => {
  const submit = useSubmit();
  const { state } = useNavigation();
  const now = writeOutline(outlineOf(placed));
  const [wanted, setWanted] = useState<string | null>(null);
  const sent = useRef("");
  const known = useRef(refusal);
  const focusOn = useRef<string[]>([]);
  const [done, setDone] = useState<OutlineChange | null>(null);

  useEffect(() => {
    if (wanted === null || state !== "idle") return;
    const isRefused = refusal !== undefined && refusal !== known.current;
    known.current = refusal;
    // It has come about, or it was refused and the page says why: what was wanted is never sent again by itself.
    if (wanted === now || wanted === sent.current || isRefused) {
      sent.current = "";
      return setWanted(null);
    }
    sent.current = wanted;
    submit({ outline: wanted, revision: String(revision), stay: "on" }, { method: "post", preventScrollReset: true, replace: true });
  }, [wanted, state, now, revision, refusal, submit]);

  // A row that changes its place would lose the focus; a button that has nothing to do any more hands it to the name.
  useEffect(() => {
    const found = focusOn.current.map((id) => document.getElementById(id)).find((element) => element && !element.matches(":disabled"));
    focusOn.current = [];
    found?.focus();
  }, [wanted]);

  const outline = wanted === null ? null : readOutline(wanted);
  const shown = outline ? outline.order.map((block): PlacedBlock => ({ block, isLeftOut: outline.leftOut.includes(block) })) : placed;
  return {
    shown,
    /** What was just done, for those who do not see it happen. */
    done,
    /** The ids of the elements of which the first that can takes the focus. */
    want: (next: readonly PlacedBlock[], ...focus: string[]) => {
      focusOn.current = focus;
      setDone(changeBetween(shown, next));
      setWanted(writeOutline(outlineOf(next)));
    },
  };
};
