// While a title is being written, ideas like it are looked up once the keys have been still for a moment.
import { useEffect, useRef, useState } from "react";
import { paths } from "~/paths";
import type { IdeaInList } from "../queries.server";

const quietMs = 350;
const shortest = 4;

export const useSimilarIdeas = (initial: IdeaInList[]) => {
  const [ideas, setIdeas] = useState(initial);
  const timer = useRef<number>();
  const running = useRef<AbortController>();

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const look = (title: string) => {
    window.clearTimeout(timer.current);
    running.current?.abort();
    if (title.trim().length < shortest) return setIdeas([]);
    timer.current = window.setTimeout(async () => {
      const request = (running.current = new AbortController());
      try {
        const response = await fetch(paths.similarIdeas(title.trim()), { signal: request.signal, headers: { Accept: "application/json" } });
        if (response.ok) setIdeas(((await response.json()) as { ideas: IdeaInList[] }).ideas);
      } catch {
        // Suggestions are a help, never a condition: without an answer the last ones stay.
      }
    }, quietMs);
  };
  return { ideas, look };
};
