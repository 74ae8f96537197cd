// What every page owes everybody: no complaint of the browser, nothing serious for axe, nothing wider than the screen, no key for a word.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The preview of a mail runs no scripts, not even those by which a story looks into every frame; the browser says so, sometimes late. */
const saidOfPreviews = /^Blocked script execution in 'about:srcdoc'/;

const complaints = new WeakMap<Page, string[]>();

/** Listens for what the browser and the site complain about, from now on. */
export const listen = (page: Page): void => {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on("console", (message) => {
    if (saidOfPreviews.test(message.text())) return;
    if (message.type() === "error" || /hydrat|did not match/i.test(message.text())) heard.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => heard.push(`${error.message} (on ${page.url()})`));
  page.on("response", (response) => {
    if (response.status() >= 500) heard.push(`${response.status()} from ${response.url()}`);
  });
};

/** What was heard since the last time this was asked. `expected` is said by the browser about an answer that the story provokes. */
export const complaintsOf = (page: Page, expected?: RegExp): string[] => (complaints.get(page) ?? []).splice(0).filter((text) => !expected?.test(text));

const patternOf = (page: Page): string => new URL(page.url()).pathname.replace(/\/\d+(?=\/|$)/g, "/:id");

const twins = new WeakMap<Page, Page>();

/** Axe needs JavaScript: what a page without it shows is looked at in its twin. */
export const lookThrough = (page: Page, twin: Page): void => void twins.set(page, twin);

/** Shows the document as it stands, without its scripts, in the window that axe can work in. */
const twinOf = async (page: Page): Promise<Page> => {
  const twin = twins.get(page);
  if (!twin) return page;
  const body = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<(\/?)noscript>/g, "<$1div>");
  await twin.unrouteAll();
  await twin.route("**/*", (route) => (route.request().isNavigationRequest() ? route.fulfill({ contentType: "text/html", body }) : route.continue()));
  await twin.goto(page.url());
  return twin;
};

const judged = new Set<string>();

/** How much axe is asked: everything, or what changes with the colours only. */
type Axe = "all" | "colours" | "nothing";

/** Nothing serious or critical for axe, in the scheme that the page now has. What consists of the same elements as before is not judged twice. */
const seriousProblems = async (asked: Page, kinds: string, axe: Exclude<Axe, "nothing">): Promise<string[]> => {
  const scheme = await asked.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const place = `${patternOf(asked)} ${asked.viewportSize()?.width} ${scheme}\n${kinds}`;
  if (judged.has(place)) return [];
  judged.add(place);
  const page = await twinOf(asked);
  // The preview of a mail is a document without scripts in a frame of its own; axe cannot enter it.
  const builder = new AxeBuilder({ page }).exclude("iframe[sandbox]").setLegacyMode();
  const { violations } = await (axe === "all" ? builder.withTags(rules) : builder.withRules(["color-contrast"])).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`));
};

type Shape = { title: string; headings: number; excess: number; widest: string; keys: string[]; kinds: string };

/** What can be seen from the document itself. */
const shapeOf = (page: Page): Promise<Shape> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const isShown = (element: Element) => element.getClientRects().length > 0;
    /** What axe judges an element by, apart from the words in it. */
    const kindOf = (element: Element) =>
      [
        element.tagName,
        element.parentElement?.tagName,
        ...element.getAttributeNames().sort(),
        element.getAttribute("class"),
        element.getAttribute("role"),
      ].join(" ");
    const within = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.right <= clientWidth + 0.5 || box.width === 0;
    };
    const outside = scrollWidth > clientWidth ? [...document.body.querySelectorAll("*")].filter((element) => !within(element)).pop() : undefined;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const keys: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const isWord = node.parentElement && !["SCRIPT", "STYLE"].includes(node.parentElement.tagName);
      if (isWord && (/^[a-z_]+\.[a-z_]+$/.test(text) || /\{(?!p\}|attr\})[a-z]+\}/i.test(text))) keys.push(text);
    }
    return {
      title: document.title,
      headings: [...document.querySelectorAll("h1")].filter(isShown).length,
      excess: scrollWidth - clientWidth,
      widest: outside?.outerHTML.slice(0, 160) ?? "",
      keys,
      kinds: [...new Set([...document.querySelectorAll("*")].map(kindOf))].sort().join("\n"),
    };
  });

/** Every fault of a page as a sentence; an empty list is a good page. */
export const faultsOf = async (page: Page, { axe = "all" }: { axe?: Axe } = {}): Promise<string[]> => {
  const { title, headings, excess, widest, keys, kinds } = await shapeOf(page);
  return [
    ...(title.trim() === "" || /undefined|null/.test(title) ? [`the title is "${title}"`] : []),
    ...(headings === 1 ? [] : [`there are ${headings} h1`]),
    ...(excess > 0 ? [`it is ${excess} px wider than the screen: ${widest}`] : []),
    ...keys.map((key) => `"${key}" is no word`),
    ...(axe === "nothing" ? [] : await seriousProblems(page, kinds, axe)),
    ...complaintsOf(page),
  ];
};

const seen = new Set<string>();

/** Whether a page of this kind has been looked at in this run. `pattern` is one of routes.ts. */
export const wasSeen = (pattern: string): boolean => seen.has(pattern.replace(/:\w+/g, ":id"));

/** Looks at the page as it stands, in light and in dark, and whether it would fit a desk as well. */
export const look = async (page: Page): Promise<void> => {
  const faults: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await twins.get(page)?.emulateMedia({ colorScheme });
    faults.push(...(await faultsOf(page, { axe: colorScheme === "light" ? "all" : "colours" })).map((fault) => `${colorScheme}: ${fault}`));
  }
  const own = page.viewportSize();
  if (own && own.width < 1280) {
    await page.setViewportSize({ width: 1280, height: 800 });
    faults.push(...(await faultsOf(page, { axe: "nothing" })).map((fault) => `1280 px: ${fault}`));
    await page.setViewportSize(own);
  }
  seen.add(patternOf(page));
  expect.soft(faults, `${new URL(page.url()).pathname}, ${page.viewportSize()?.width} px`).toEqual([]);
};
