// Redirects lead to a path of ours and nowhere else, whatever a link or a header says.

/** The path and search of `target` when it is one of ours; otherwise `fallback`. Full addresses count when they name the host of `origin`; behind a proxy the scheme may differ. */
export const sameOriginPath = (target: string | null | undefined, origin: string, fallback = "/"): string => {
  if (!target || target.length > 2000 || /[\\\u0000-\u0020]/.test(target)) return fallback;
  const isPath = target.startsWith("/") && !target.startsWith("//");
  if (!isPath && !/^https?:\/\//i.test(target)) return fallback;
  try {
    const url = new URL(target, origin);
    if (url.host !== new URL(origin).host || url.pathname.startsWith("//")) return fallback;
    return url.pathname + url.search;
  } catch {
    return fallback;
  }
};
