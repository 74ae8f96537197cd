// A page that says no, for acts and addresses without a page of their own. It needs no scripts, no session and no rendering.
import type { Locale } from "~/core/locale";
import { paths } from "~/paths";
import styles from "~/ui/styles.css?url";

type Words = { title: string; text?: string; back?: { to: string; label: string } };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export const refusalPage = (locale: Locale, { title, text, back }: Words): string => {
  const said = text ? `<p class="text-ink-2">${escaped(text)}</p>` : "";
  const way = back ? `<p><a class="button" href="${escaped(back.to)}">${escaped(back.label)}</a></p>` : "";
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><link rel="stylesheet" href="${styles}">`;
  const name = `<a class="justify-self-start text-[20px] font-[780] tracking-[-.03em]" href="${paths.home()}">Kawan</a>`;
  const main = `<main class="mx-auto grid min-h-[80vh] max-w-xl content-center gap-4 p-6">${name}<h1>${escaped(title)}</h1>${said}${way}</main>`;
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body>${main}</body></html>`;
};
