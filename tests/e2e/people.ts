// Everybody in a story has a browser of their own: a phone or a desk, a language, and a way to sign in.
import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import type { Locale } from "~/core/locale";
import { paths } from "~/paths";
import { complaintsOf, listen, lookThrough } from "./look";
import { words } from "./words";

export type CastName = "Sari" | "Budi" | "Maya" | "Rian" | "Dewi";

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const desk = { viewport: { width: 1280, height: 800 } } as const;

export const siteOrigin = (): string => {
  const origin = process.env.KAWAN_STORY_ORIGIN;
  if (!origin) throw new Error("The site of the stories has not been started.");
  return origin;
};

type Opening = BrowserContextOptions & { language?: Locale };

/** A browser window of its own, which outlives the test that opens it. */
export const open = async (browser: Browser, { language = "id", ...options }: Opening): Promise<Page> => {
  const settings = { baseURL: siteOrigin(), locale: language === "id" ? "id-ID" : "en-GB", timezoneId: "Asia/Jakarta", ...options };
  const newPage = async (more: BrowserContextOptions = {}) => (await browser.newContext({ ...settings, ...more })).newPage();
  const page = await newPage();
  page.setDefaultTimeout(15_000);
  page.setDefaultNavigationTimeout(20_000);
  listen(page);
  if (options.javaScriptEnabled === false) {
    const twin = await newPage({ javaScriptEnabled: true });
    lookThrough(page, twin);
    page.context().on("close", () => void twin.context().close());
  }
  return page;
};

/** Takes the one tap of the demo and, where it is another one, changes to the language of the story. */
export const signIn = async (page: Page, name: CastName, language: Locale = "id"): Promise<void> => {
  await page.goto(paths.demoSignIn());
  const here = await languageOf(page);
  await page.getByRole("button", { name: words[here]("accounts.demo_be", { name }) }).click();
  await page.waitForURL((url) => url.pathname !== paths.demoSignIn());
  await page.goto(paths.notifications());
  if ((await languageOf(page)) === language) return;
  await page.getByRole("button", { name: words[await languageOf(page)]("common.switch_language") }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
};

export const languageOf = async (page: Page): Promise<Locale> => ((await page.locator("html").getAttribute("lang")) === "en" ? "en" : "id");

type Fixtures = {
  /** A new browser; what its pages complain about fails the story. */
  browserOf: (options: Opening) => Promise<Page>;
  /** Somebody of the demo's cast, signed in. */
  cast: (name: CastName, options: Opening) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  browserOf: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await open(browser, options);
      pages.push(page);
      return page;
    });
    for (const page of pages) {
      expect.soft(complaintsOf(page), `what the browser said about ${page.url()}`).toEqual([]);
      await page.context().close();
    }
  },
  cast: async ({ browserOf }, use) => {
    await use(async (name, options) => {
      const page = await browserOf(options);
      await signIn(page, name, options.language);
      return page;
    });
  },
});

export { expect };
