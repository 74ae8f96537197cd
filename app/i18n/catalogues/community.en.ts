import type { Strings } from "../translate";

const files = import.meta.glob<Record<string, string>>("../en/community/*.json", { eager: true, import: "default" });

/** Every string of the community pages in this language, under `<file>.<key>`. */
export const strings: Strings = Object.fromEntries(
  Object.entries(files).flatMap(([path, entries]) => {
    const namespace = path.slice(path.lastIndexOf("/") + 1, -".json".length);
    return Object.entries(entries).map(([key, value]) => [`${namespace}.${key}`, value]);
  }),
);
