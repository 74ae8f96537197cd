// Which compressed form a browser can read.

export type Encoding = "br" | "gzip" | "identity";

const cached = new Map<string, Encoding>();

const choose = (acceptEncoding: string): Encoding => {
  const accepted = new Set<string>();
  for (const part of acceptEncoding.toLowerCase().split(",", 20)) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name);
  }
  return accepted.has("br") ? "br" : accepted.has("gzip") ? "gzip" : "identity";
};

/** Brotli before gzip before nothing. Browsers send a handful of values, so the answers are remembered. */
export const encodingFor = (acceptEncoding: string | string[] | undefined): Encoding => {
  if (typeof acceptEncoding !== "string" || acceptEncoding === "") return "identity";
  const known = cached.get(acceptEncoding);
  if (known) return known;
  const chosen = choose(acceptEncoding);
  if (cached.size < 100) cached.set(acceptEncoding, chosen);
  return chosen;
};
