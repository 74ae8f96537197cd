// What a member does, in the words of the pages. The same acts work with and without JavaScript.
import { expect, type Page } from "@playwright/test";
import type { Locale } from "~/core/locale";
import { profileFactDefinitions } from "~/features/accounts/profile";
import { paths } from "~/paths";
import { look } from "./look";
import { words } from "./words";

export type Newcomer = { name: string; email: string; birthYear: number; password: string };

const t = words.id;

/** Opens the newest mail to somebody whose subject is this one, waiting until it has been written. */
export const openMail = async (page: Page, to: string, subject: string | RegExp, patienceMs = 20_000): Promise<void> => {
  const mail = page.getByRole("link").filter({ hasText: subject }).filter({ hasText: to }).first();
  await expect(
    async () => {
      await page.goto(paths.outbox());
      await expect(mail).toBeVisible({ timeout: 500 });
    },
    `a mail to ${to}: ${String(subject)}`,
  ).toPass({ timeout: patienceMs, intervals: [500, 1_000, 2_000] });
  await look(page);
  await mail.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
};

/** Joins by mail, from the front page to being signed in. */
export const join = async (page: Page, newcomer: Newcomer): Promise<void> => {
  await page.goto(paths.home());
  await look(page);
  await page
    .getByRole("banner")
    .getByRole("link", { name: t("common.join") })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.join_title"));
  await look(page);
  await page.getByLabel(t("accounts.display_name")).fill(newcomer.name);
  await page.getByLabel(t("accounts.email")).fill(newcomer.email);
  await page.getByLabel(t("accounts.password")).fill(newcomer.password);
  await page.getByLabel(t("accounts.birth_year")).fill(String(newcomer.birthYear));
  await page.getByLabel(t("accounts.accept_terms")).check();
  await page
    .getByRole("main")
    .getByRole("button", { name: t("common.join") })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.check_mail_title"));
  await look(page);
  await openMail(page, newcomer.email, t("accounts.mail_join_subject"));
  await look(page);
  await page
    .getByRole("main")
    .getByRole("link", { name: /\/enter\// })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.enter_join_title", { name: newcomer.name }));
  expect(page.url(), "the address no longer carries the token").not.toMatch(/enter\/./);
  await look(page);
  await page.getByRole("button", { name: t("accounts.enter_join_button") }).click();
  await page.waitForURL((url) => url.pathname !== paths.enter());
  await look(page);
};

/** Answers the facts of the profile one after the other; the first answer carries the consent to keep them. */
export const tellFacts = async (page: Page, facts: Record<string, string>, locale: Locale = "id"): Promise<void> => {
  await page.goto(paths.myProfile());
  await look(page);
  for (const { key, label, options } of profileFactDefinitions) {
    const value = facts[key];
    const question = page.getByRole("group", { name: label[locale] }).first();
    await expect(question).toBeVisible();
    if (value === undefined) {
      await page
        .getByRole("button", { name: words[locale]("accounts.prefer_not_to_say") })
        .first()
        .click();
      continue;
    }
    const option = options.find((each) => each.value === value);
    if (option) await question.getByLabel(option.label[locale], { exact: true }).check();
    else await question.getByLabel(words[locale]("accounts.your_answer")).fill(value);
    const consent = page.locator("form").filter({ has: question }).getByRole("checkbox");
    if (await consent.count()) await consent.check();
    await page
      .locator("form")
      .filter({ has: question })
      .getByRole("button", { name: words[locale]("common.save") })
      .click();
    await expect(page.getByText(words[locale]("common.saved"))).toBeVisible();
    await expect(page.getByRole("heading", { name: words[locale]("accounts.profile_answered") })).toBeVisible();
  }
  await look(page);
};

/** Writes an idea from scratch and sends it. */
export const shareIdea = async (page: Page, { board, title, body }: { board: string; title: string; body: string }): Promise<void> => {
  await page.goto(paths.newIdea());
  await look(page);
  await page.getByLabel(t("ideas.board_label")).selectOption({ label: board });
  await page.getByLabel(t("ideas.title_label")).fill(title);
  await page.getByLabel(t("ideas.body_label")).fill(body);
  await page.getByRole("button", { name: t("ideas.send"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
};

/** Says something about the idea that is open. */
export const comment = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel(t("ideas.comment_label")).fill(text);
  await page.getByRole("button", { name: t("ideas.comment_send") }).click();
  await expect(page.getByText(text)).toBeVisible();
};
