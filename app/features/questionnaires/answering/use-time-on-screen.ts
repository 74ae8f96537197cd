import { useEffect, useRef } from "react";

/** Milliseconds since the question came on screen or `take` was last called, without the time the page was hidden. */
export const useTimeOnScreen = (): { take: () => number } => {
  const clock = useRef({ since: 0, kept: 0 });
  useEffect(() => {
    clock.current = { since: performance.now(), kept: 0 };
    const turn = () => {
      const { since, kept } = clock.current;
      clock.current = document.hidden ? { since: 0, kept: since ? kept + performance.now() - since : kept } : { since: performance.now(), kept };
    };
    document.addEventListener("visibilitychange", turn);
    return () => document.removeEventListener("visibilitychange", turn);
  }, []);
  return {
    take: () => {
      const { since, kept } = clock.current;
      const now = performance.now();
      clock.current = { since: since ? now : 0, kept: 0 };
      return Math.round(since ? kept + now - since : kept);
    },
  };
};
