// Which pages all visitors see alike. What is not named here is rendered for each request; a forgotten page is slow, never wrong.
import { paths } from "~/paths";

type Shareable = {
  path: RegExp;
  /** Parameters that the page reads. An address with any other is not shared. */
  search: readonly string[];
};

/** An address of ours as a pattern: the 1 in it stands for any id. */
const anyId = (path: string): RegExp => new RegExp(`^${path.replace(/\/1$/, "/[1-9]\\d{0,9}")}$`);
const plain = (path: string, search: readonly string[] = []): Shareable => ({ path: anyId(path), search });

// A search is left out: it is limited by who asks.
const shareable: readonly Shareable[] = [
  plain(paths.home()),
  plain(paths.ideas(), ["board", "sort", "after"]),
  plain(paths.idea(1)),
  plain(paths.trials()),
  plain(paths.trial(1)),
  plain(paths.changes(), ["after"]),
  plain(paths.change(1)),
  plain(paths.privacy()),
  plain(paths.terms()),
  plain(paths.contact()),
];

const longestAddress = 300;

/** The address in its one canonical spelling when many visitors may share its rendering; null otherwise. */
export const sharedAddress = (address: string): string | null => {
  if (address.length > longestAddress || address.includes("%00")) return null;
  const at = address.indexOf("?");
  const path = at < 0 ? address : address.slice(0, at);
  const page = shareable.find((candidate) => candidate.path.test(path));
  if (!page) return null;
  if (at < 0) return path;
  const search = new URLSearchParams(address.slice(at + 1));
  const names = [...search.keys()];
  if (names.some((name) => !page.search.includes(name)) || new Set(names).size < names.length) return null;
  search.sort();
  const text = search.toString();
  return text ? `${path}?${text}` : path;
};
