/** A percent sign, a base or an asterisk stays beside what it belongs to, wherever a line ends. */
export const unbroken = (text: string): string => text.replace(/(\d) (?=%)/g, "$1\u00a0").replace(/\bn = (?=\d)/g, "n\u00a0=\u00a0");
