// A questionnaire of 80 questions in the builder: how long after a key the preview shows what was typed, in a real browser.
/* global window, document, addEventListener, MutationObserver, MessageChannel, requestAnimationFrame -- what is evaluated in the page */
import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { questionsOf } from "./study.mjs";

const literal = (/** @type {unknown} */ value) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;
const nothing = { en: "", id: "" };

/** A draft of a trial whose questionnaire asks 80 questions, and a team of its own. @param {number} id */
export const builderSql = (id) => {
  const asked = questionsOf({ liking: 2, intent: 2, attribute: 30, right: 20, choice: 16, words: 10 });
  const rows = asked.map(({ key, type, ...body }, index) => `(${id}, ${index + 1}, '${key}', '${type}', ${literal(body)})`);
  return `
\\set ON_ERROR_STOP on
insert into teams (id, name) values (${id}, 'Bench builder');
insert into products (id, team_id, name, description) values (${id}, ${id}, ${literal(nothing)}, ${literal(nothing)});
insert into questionnaires (id, kind, title) values (${id}, 'evaluation', '{"en":"Long","id":"Panjang"}');
insert into trials (id, product_id, name, summary, receives, confidentiality, questionnaire_id, seed)
  values (${id}, ${id}, '{"en":"Long","id":"Panjang"}', ${literal(nothing)}, ${literal(nothing)}, ${literal(nothing)}, ${id}, '1');
insert into questions (questionnaire_id, position, key, type, body) values ${rows.join(",\n")};
`;
};

/** What the machine lacks for it, in words; null where nothing is missing. */
export const missingForTyping = () => {
  const program = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
  return existsSync(program) ? null : `no Chromium at ${program}: set CHROMIUM_PATH`;
};

/**
 * From the key to the frame after the one in which the preview has changed.
 * @param {{ origin: string, questionnaireId: number, token: string }} where
 */
export const measureTyping = async ({ origin, questionnaireId, token }) => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "id-ID" });
    await context.addCookies([{ name: "kawan", value: token, url: origin }]);
    const page = await context.newPage();
    await page.goto(`${origin}/manage/questionnaires/${questionnaireId}`, { waitUntil: "networkidle" });
    const field = page.locator("textarea[lang=id]").first();
    await field.fill("");
    await field.focus();
    await page.evaluate(() => {
      /** @type {number[]} */
      const taken = [];
      Object.assign(window, { taken });
      /** @type {number | undefined} */
      let begun;
      addEventListener("keydown", (event) => (begun = event.timeStamp), true);
      const preview = document.querySelector("section[aria-label] div[lang]")?.parentElement;
      if (!preview) throw new Error("There is no preview");
      new MutationObserver(() => {
        if (begun === undefined) return;
        const from = begun;
        begun = undefined;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => taken.push(performance.now() - from);
          port2.postMessage(null);
        });
      }).observe(preview, { subtree: true, childList: true, characterData: true });
    });
    await page.keyboard.type("Seberapa cocok contoh ini dengan kebiasaan Anda di rumah?", { delay: 130 });
    await page.waitForTimeout(500);
    const taken = await page.evaluate(() => /** @type {{ taken: number[] }} */ (/** @type {unknown} */ (window)).taken);
    taken.sort((one, other) => one - other);
    const at = (/** @type {number} */ share) => Math.round(taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0);
    return { keys: taken.length, questions: await page.locator("nav li").count(), medianMs: at(0.5), p95Ms: at(0.95), mostMs: at(1) };
  } finally {
    await browser.close();
  }
};
