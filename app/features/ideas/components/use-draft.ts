// Nothing typed is ever lost: what is in a form is saved on the server 1.5 seconds after the last key and when the page is left.
import { useCallback, useEffect, useRef, useState } from "react";
import { paths } from "~/paths";

export type DraftState = "untouched" | "saving" | "saved" | "failed" | "clash";
type Other = { revision: number; body: Record<string, string> };

const quietMs = 1500;

const textsIn = (form: HTMLFormElement): Record<string, string> => {
  const texts: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && form.elements.namedItem(name) && !isHidden(form, name)) texts[name] = value;
  return texts;
};
const isHidden = (form: HTMLFormElement, name: string) => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement && field.type === "hidden";
};

/** `revision` is that of the draft the form was filled from, 0 for none. Returns what to put on the form and how the saving goes. */
export const useDraft = (scope: string, revision: number) => {
  const form = useRef<HTMLFormElement>(null);
  const known = useRef(revision);
  const timer = useRef<number>();
  const isDirty = useRef(false);
  const [state, setState] = useState<DraftState>("untouched");
  const [other, setOther] = useState<Other | null>(null);

  const request = useCallback((): URLSearchParams | null => {
    if (!form.current) return null;
    const texts = Object.entries(textsIn(form.current)).map(([name, value]) => [`draft.${name}`, value]);
    return new URLSearchParams([["scope", scope], ["revision", String(known.current)], ...texts] as string[][]);
  }, [scope]);

  const save = useCallback(async () => {
    const body = request();
    if (!body) return;
    isDirty.current = false;
    setState("saving");
    try {
      const response = await fetch(paths.draft(), { method: "POST", body, headers: { Accept: "application/json" } });
      const answer = (await response.json()) as Other;
      if (response.status === 409) {
        setOther(answer);
        setState("clash");
      } else if (!response.ok) throw new Error(String(response.status));
      else {
        known.current = answer.revision;
        setState("saved");
      }
    } catch {
      isDirty.current = true;
      setState("failed");
    }
  }, [request]);

  const onInput = useCallback(() => {
    isDirty.current = true;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), quietMs);
  }, [save]);

  /** Sending the form ends the draft; what is left in the timer must not bring it back. */
  const onSubmit = useCallback(() => {
    isDirty.current = false;
    window.clearTimeout(timer.current);
  }, []);

  useEffect(() => {
    const leave = () => {
      const body = isDirty.current && document.visibilityState === "hidden" ? request() : null;
      if (!body) return;
      isDirty.current = false;
      navigator.sendBeacon(paths.draft(), body);
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.clearTimeout(timer.current);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [request]);

  /** Keeps one's own text over the other one, which the writer has seen by now. */
  const keepMine = () => {
    if (other) known.current = other.revision;
    setOther(null);
    void save();
  };

  return { form, onInput, onSubmit, state, other, retry: () => void save(), keepMine };
};
