// A walk through the whole route map: on a phone and at a desk, in both languages, in light and in dark.
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "@playwright/test";
import type { Locale } from "~/core/locale";
import routes from "~/routes";
import { paths } from "~/paths";
import { complaintsOf, faultsOf } from "./look";
import { comment, join, shareIdea } from "./member-acts";
import { addressOf, pagesOfRefusal, pagesOfTheLoop, visits, type Looker, type Visit } from "./pages";
import { desk, expect, languageOf, phone, signIn, siteOrigin, test } from "./people";
import { words } from "./words";

const narrow = { width: 360, height: 740 };

/** The addresses of all modules that render a page; endpoints are modules without one. */
const patternsOf = (entries: RouteConfigEntry[], base = ""): string[] =>
  entries.flatMap((entry) => {
    const pattern = entry.path ? `${base}/${entry.path}` : base;
    if (entry.children) return patternsOf(entry.children, pattern);
    return entry.file.endsWith(".tsx") ? [pattern || "/"] : [];
  });

const arrive = async (page: Page, address: string, { status = 200 }: Visit): Promise<string[]> => {
  const response = await page.goto(address);
  const found = response?.status() ?? 0;
  // Scripts have run and the page is alive once the browser has nothing left to do.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 })));
  const expected = status === 404 ? /status of 404/ : undefined;
  const here = new URL(page.url()).pathname;
  return [
    ...(found === status ? [] : [`the answer is ${found}`]),
    ...(here === new URL(address, page.url()).pathname ? [] : [`it leads to ${here}`]),
    ...complaintsOf(page, expected),
  ];
};

/** Each page is loaded once per language and looked at in both widths and both schemes; axe sees it light on a phone and dark at a desk. */
const walk = async (page: Page, language: Locale, pages: [string, Visit, string][]): Promise<string[]> => {
  const faults: string[] = [];
  const [first, second] = language === "id" ? ([narrow, desk.viewport] as const) : ([desk.viewport, narrow] as const);
  for (const [pattern, visit, address] of pages) {
    await page.setViewportSize(first);
    await page.emulateMedia({ colorScheme: language === "id" ? "light" : "dark" });
    const note = (how: string) => (fault: string) => faults.push(`${pattern} (${language}, ${how}): ${fault}`);
    (await arrive(page, address, visit)).forEach(note("arriving"));
    (await faultsOf(page)).forEach(note(`${first.width} px`));
    await page.setViewportSize(second);
    await page.emulateMedia({ colorScheme: language === "id" ? "dark" : "light" });
    (await faultsOf(page, { axe: "nothing" })).forEach(note(`${second.width} px, the other scheme`));
  }
  return faults;
};

/** Joins, and writes an idea and a comment that wait for a moderator. */
const arriveAnew = async (page: Page): Promise<void> => {
  await join(page, { name: "Intan P.", email: "intan@example.org", birthYear: 1991, password: "sabun batang bau melati" });
  await shareIdea(page, {
    board: "Mencuci di rumah",
    title: "Tutup botol yang tidak licin",
    body: "Tangan saya basah waktu mencuci, lalu tutupnya selip terus.",
  });
  await page.goto(await addressOf(page, { as: "newcomer", at: { on: paths.ideas({ sort: "top" }), link: /^\/ideas\/\d+$/ } }));
  await comment(page, "Di rumahku juga begitu, apalagi kalau pagi.");
};

test("every page of the route map is known to this walk", () => {
  const known = [...Object.keys(visits), ...pagesOfTheLoop, ...pagesOfRefusal];
  expect([...new Set(patternsOf(routes))].filter((pattern) => !known.includes(pattern))).toEqual([]);
  expect(known.filter((pattern) => !patternsOf(routes).includes(pattern))).toEqual([]);
});

for (const looker of ["visitor", "newcomer", "Sari", "Budi", "Maya", "Rian", "Dewi"] satisfies Looker[]) {
  const own = Object.entries(visits).filter(([, visit]) => visit.as === looker);
  if (own.length === 0) continue;
  test(`what ${looker === "visitor" || looker === "newcomer" ? `a ${looker}` : looker} sees is whole: ${own.length} pages`, async ({ browserOf }) => {
    test.setTimeout(300_000);
    const page = await browserOf({ viewport: narrow, hasTouch: phone.hasTouch });
    if (looker === "newcomer") await arriveAnew(page);
    else if (looker !== "visitor") await signIn(page, looker, "id");
    const pages: [string, Visit, string][] = [];
    for (const [pattern, visit] of own) pages.push([pattern, visit, await addressOf(page, visit)]);
    complaintsOf(page);
    const faults = await walk(page, "id", pages);
    if (looker === "visitor") await page.context().addCookies([{ name: "locale", value: "en", url: siteOrigin() }]);
    else {
      await page.goto(paths.me());
      await page
        .getByRole("button", { name: words.id("common.switch_language") })
        .first()
        .click();
    }
    await page.goto(paths.home());
    expect(await languageOf(page)).toBe("en");
    faults.push(...(await walk(page, "en", pages)));
    expect(faults).toEqual([]);
  });
}
