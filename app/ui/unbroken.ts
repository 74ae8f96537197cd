/** What a name without spaces needs so that it does not push its column over the edge; words of usual length stay whole. */
export const breaksAnywhere = (name: string): string => (/\S{19}/.test(name) ? "min-w-32 wrap-anywhere" : "");

/** A percent sign, a base or an asterisk stays beside what it belongs to, wherever a line ends. */
export const unbroken = (text: string): string => text.replace(/(\d) (?=%)/g, "$1\u00a0").replace(/\bn = (?=\d)/g, "n\u00a0=\u00a0");
