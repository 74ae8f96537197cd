// Answering in a real browser: every type of question without JavaScript on a narrow phone, and with it through second windows, lost networks, a server
// that is killed and a session that ends.
import AxeBuilder from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSession } from "~/platform/sessions.server";
import { paths } from "~/paths";
import { answers, responses, sessions } from "~db/schema/index";
import { createCast, createPerson, type Cast } from "../support/cast";
import { testDatabase } from "../support/database";
import { oneOfEach } from "../support/one-of-each-question";
import { completeQuestion, createTrialWithResponse } from "../support/questionnaires";
import { startSite, type Site } from "../support/server";

let browser: Browser;
let site: Site;
let cast: Cast;

beforeAll(async () => {
  cast = await createCast(await testDatabase());
  site = await startSite();
  const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium", args: quiet });
}, 240_000);
afterAll(() => browser?.close());

type Asked = Parameters<typeof createTrialWithResponse>[3];

/** Somebody new with a response to these questions, and a browser in which they are signed in. */
const begin = async (name: string, asked: Asked, settings: Parameters<Browser["newContext"]>[0] = {}) => {
  const db = await testDatabase();
  const person = await createPerson(db, name);
  const { responseId } = await createTrialWithResponse(db, person, cast.teamId, asked);
  const context = await browser.newContext({ viewport: { width: 320, height: 700 }, locale: "id-ID", ...settings });
  const token = (await startSession(db, person, "a phone", new Date())).split(";", 1)[0]!;
  await context.addCookies([{ name: token.slice(0, token.indexOf("=")), value: token.slice(token.indexOf("=") + 1), url: site.origin }]);
  const stored = async () =>
    Object.fromEntries((await db.select().from(answers).where(eq(answers.responseId, responseId))).map(({ questionKey, value }) => [questionKey, value]));
  return { db, person, responseId, context, stored, open: async () => openOn(context, paths.answer(responseId, Object.keys(asked)[0])) };
};

const openOn = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
};

const next = (page: Page) => page.locator('footer button[name="go"][value="next"]');
const keyOf = (page: Page) => new URL(page.url()).searchParams.get("question");

/** Fills in what stands in the form, as little as is needed. */
const fill = async (page: Page): Promise<void> => {
  const form = page.locator("#answer-screen");
  const names = new Set<string>();
  for (const radio of await form.locator('input[type="radio"]').all()) {
    const name = (await radio.getAttribute("name")) ?? "";
    if (names.has(name)) continue;
    names.add(name);
    // The most and the least important cannot be the same.
    const group = form.locator(`input[type="radio"][name="${name}"]`);
    await (name.endsWith(".worst") ? group.last() : group.first()).check({ force: true });
  }
  const box = form.locator('input[type="checkbox"]').first();
  if ((await box.count()) > 0) await box.check({ force: true });
  const prices = ["40000", "30000", "20000", "10000"];
  const key = keyOf(page);
  for (const [index, input] of (await form.locator('input:not([type]), input[type="text"], input[type="number"], textarea').all()).entries()) {
    if (!(await input.isVisible()) || key === "uses") continue;
    await input.fill(key === "prices" ? prices[index]! : key === "points" ? ["25", "25", "25", "25"][index]! : key === "times" ? "3" : "Busanya lembut sekali");
  }
  for (const [index, select] of (await form.locator("select").all()).entries()) if (key === "order") await select.selectOption({ index: index + 1 });
  for (const day of (await form.locator('input[type="date"]').all()).slice(0, 1)) await day.fill("2026-11-01");
  for (const time of (await form.locator('input[type="time"]').all()).slice(0, 1)) await time.fill("07:30");
};

const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("every type of question without JavaScript", () => {
  test("says what is missing, takes an answer and leads on, on 320 pixels, to the end", { timeout: 240_000 }, async () => {
    const { context, open, stored, db, responseId } = await begin("Rara", oneOfEach, { javaScriptEnabled: false });
    const page = await open();
    for (const [place, key] of Object.keys(oneOfEach).entries()) {
      expect(keyOf(page), `the question after ${Object.keys(oneOfEach)[place - 1]}`).toBe(key);
      expect(await tooWide(page), `${key} is wider than the screen`).toBe(0);
      if (oneOfEach[key as keyof typeof oneOfEach].required && key !== "welcome") {
        await next(page).click();
        expect(keyOf(page), `${key} was left without an answer`).toBe(key);
        const said = (await page.getByRole("alert").allInnerTexts()).join(" ").trim();
        expect(said, `${key} says what is missing`).not.toBe("");
        expect(await tooWide(page), `${key} with its problem is wider than the screen`).toBe(0);
      }
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${String(place).padStart(2, "0")}-${key}.png`, fullPage: true });
      await fill(page);
      await next(page).click();
      // An unlikely answer is asked back about once.
      if (keyOf(page) === key) {
        const said = (await page.getByRole("alert").allInnerTexts()).join(" ").trim();
        await next(page).click();
        expect(keyOf(page), `${key}: ${said}`).not.toBe(key);
      }
    }
    await page.locator('main form[action$="/done"] button').click();
    expect(new URL(page.url()).pathname).toBe(paths.answerDone(responseId));
    const given = await stored();
    expect(Object.keys(oneOfEach).filter((key) => !(key in given))).toEqual([]);
    expect((await db.select().from(responses).where(eq(responses.id, responseId)))[0]?.state).toBe("submitted");
    await context.close();
  });
});

describe("every type of question with JavaScript", () => {
  test.each(["light", "dark"] as const)(
    "has names that screen readers say, and colours that can be read, in the %s scheme",
    { timeout: 240_000 },
    async (colorScheme) => {
      const locale = colorScheme === "light" ? "id-ID" : "en-GB";
      const { context, responseId } = await begin(`Rara ${colorScheme}`, oneOfEach, { colorScheme, locale, viewport: { width: 360, height: 760 } });
      const page = await openOn(context, paths.answer(responseId));
      const problems: string[] = [];
      for (const key of Object.keys(oneOfEach)) {
        await page.goto(site.origin + paths.answer(responseId, key));
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).setLegacyMode().analyze();
        problems.push(...violations.map(({ id, nodes }) => `${key}: ${id} at ${nodes[0]?.html}`));
        if ((await tooWide(page)) > 0) problems.push(`${key} is wider than the screen`);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${colorScheme}-${key}.png`, fullPage: true });
      }
      expect(problems).toEqual([]);
      await context.close();
    },
  );
});

const short = { likes: completeQuestion("open_text"), dislikes: completeQuestion("open_text"), liking: completeQuestion("rating", {}, {}, "hedonic9") };
const until = async (check: () => Promise<boolean>, what: string): Promise<void> => {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`It did not come to pass that ${what}`);
};

describe("nothing that was answered is lost", () => {
  test("with the network: going on works, and all of it arrives when the network is back", { timeout: 90_000 }, async () => {
    const { context, open, stored } = await begin("Tuti", short);
    const page = await open();
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await page.locator("textarea").fill("Segar di pagi hari");
    await next(page).click();
    await until(async () => keyOf(page) === "dislikes", "the next question came");
    await page.locator('textarea[name="answer.dislikes"]').fill("Botolnya licin");
    await next(page).click();
    await page.locator('input[name="answer.liking"]').first().waitFor();
    expect(await stored()).toEqual({});
    await page.locator('[form="answer-form"][value="leave"]').click();
    expect(keyOf(page), "there is nowhere to leave to").toBe("liking");
    await context.setOffline(false);
    await until(async () => Object.keys(await stored()).length === 2, "both answers arrived");
    expect(await stored()).toEqual({ likes: "Segar di pagi hari", dislikes: "Botolnya licin" });
    await context.close();
  });

  test("in two windows: the second is shown both answers and decides", { timeout: 90_000 }, async () => {
    const { context, open, stored } = await begin("Wulan", short);
    const [one, two] = [await open(), await open()];
    await one.waitForLoadState("networkidle");
    await two.waitForLoadState("networkidle");
    await one.locator("textarea").fill("Dari jendela pertama");
    await until(async () => (await stored()).likes === "Dari jendela pertama", "the first was saved");
    await two.locator("textarea").fill("Dari jendela kedua");
    const clash = two.getByRole("alert").filter({ hasText: "Dari jendela pertama" });
    await clash.waitFor();
    expect(await clash.innerText()).toContain("Dari jendela kedua");
    expect((await stored()).likes).toBe("Dari jendela pertama");
    await clash.getByRole("button").last().click();
    await until(async () => (await stored()).likes === "Dari jendela kedua", "the decision was saved");
    await context.close();
  });

  test("with the back button: what was typed a moment before is there, and stored", { timeout: 90_000 }, async () => {
    const { context, open, stored } = await begin("Yuni", short);
    const page = await open();
    await page.waitForLoadState("networkidle");
    await page.locator("textarea").fill("Wanginya enak");
    await next(page).click();
    await until(async () => keyOf(page) === "dislikes", "the next question came");
    await page.locator('textarea[name="answer.dislikes"]').fill("Agak lengket");
    await page.goBack();
    await until(async () => keyOf(page) === "likes", "the browser went back");
    const likes = page.locator('textarea[name="answer.likes"]');
    await likes.waitFor();
    expect(await likes.inputValue()).toBe("Wanginya enak");
    await until(async () => (await stored()).dislikes === "Agak lengket", "what was typed last was stored");
    await page.goForward();
    const dislikes = page.locator('textarea[name="answer.dislikes"]');
    await dislikes.waitFor();
    expect(await dislikes.inputValue()).toBe("Agak lengket");
    await context.close();
  });

  test("with the session: signing in again brings the answer along", { timeout: 90_000 }, async () => {
    const { context, open, stored, db, person, responseId } = await begin("Nina", short);
    const page = await open();
    await page.waitForLoadState("networkidle");
    await db.delete(sessions).where(eq(sessions.personId, person.id));
    await page.locator("textarea").fill("Sebelum sesi berakhir");
    await page.getByRole("status").getByRole("link").waitFor();
    expect(await stored()).toEqual({});
    const token = (await startSession(db, person, "a phone", new Date())).split(";", 1)[0]!;
    await context.addCookies([{ name: token.slice(0, token.indexOf("=")), value: token.slice(token.indexOf("=") + 1), url: site.origin }]);
    await page.goto(site.origin + paths.answer(responseId, "likes"));
    await until(async () => (await stored()).likes === "Sebelum sesi berakhir", "it was sent");
    // The window that was left may send it before the new one has woken up and put it back into its field.
    await until(async () => (await page.locator("textarea").inputValue()) === "Sebelum sesi berakhir", "it was put back into its field");
    expect(await page.locator("textarea").count()).toBe(1);
    expect(await page.getByRole("alert").filter({ hasText: "Sebelum sesi berakhir" }).count(), "one's own answer is no conflict").toBe(0);
    await context.close();
  });

  test("with the server: it is killed and comes back, and the page sends what waits", { timeout: 120_000 }, async () => {
    const own = await startSite();
    const { context, stored, responseId } = await begin("Tini", short);
    const page = await context.newPage();
    const cookies = await context.cookies(site.origin);
    await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: own.origin })));
    await page.goto(own.origin + paths.answer(responseId, "likes"));
    await page.waitForLoadState("networkidle");
    own.process.kill("SIGKILL");
    await page.locator("textarea").fill("Sebelum mati lampu");
    await next(page).click();
    await page.locator('textarea[name="answer.dislikes"]').waitFor();
    expect(await stored()).toEqual({});
    await startSite({ PORT: String(own.port), PUBLIC_ORIGIN: own.origin });
    await until(async () => (await stored()).likes === "Sebelum mati lampu", "it was sent");
    await context.close();
  });

  test("with sixty questions: each leads on to the next, and all of them are stored", { timeout: 120_000 }, async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`q${index + 1}`, completeQuestion("rating", {}, {}, "hedonic9")]));
    const { context, open, stored } = await begin("Enda", many);
    const page = await open();
    await page.waitForLoadState("networkidle");
    // Measured in the page, from the press to the next question on the screen.
    const took: number[] = [];
    for (let number = 1; number <= 60; number += 1) {
      await page
        .locator(`input[name="answer.q${number}"]`)
        .nth(number % 9)
        .check({ force: true });
      took.push(
        await page.evaluate(
          (name) =>
            new Promise<number>((resolve) => {
              const began = performance.now();
              const look = () => (document.querySelector(`[name="answer.${name}"]`) ? requestAnimationFrame(look) : resolve(performance.now() - began));
              document.querySelector<HTMLElement>('footer button[name="go"][value="next"]')?.click();
              look();
            }),
          `q${number}`,
        ),
      );
    }
    await until(async () => Object.keys(await stored()).length === 60, "all sixty were stored");
    const median = took.toSorted((a, b) => a - b)[30]!;
    console.info(`Sixty questions: median ${Math.round(median)} ms from one to the next, longest ${Math.round(Math.max(...took))} ms`);
    await context.close();
  });
});
