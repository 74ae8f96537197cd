// What a member does, in the words of the pages. The same acts work with and without JavaScript.
import { expect, type Page } from "@playwright/test";
import type { Locale } from "~/core/locale";
import { consentNotices } from "~/features/accounts/consent";
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

/** What is said to a question: the place of a choice from the top, words, or nothing. */
export type Said = { choose: number } | { tap: number } | { tick: number[] } | { write: string } | "skip";

/** Answers one screen after the other, hands in, and stands on the page that says thanks. `said` is found by words of the question. */
export const answerQuestionnaire = async (page: Page, said: Record<string, Said>, isLookedAt = true): Promise<void> => {
  if (isLookedAt) await look(page);
  await page.getByRole("link", { name: t("questions.start"), exact: true }).click();
  const question = page.getByRole("group").first();
  const review = page.getByRole("heading", { level: 1, name: t("questions.review_title") });
  const asked: string[] = [];
  await expect(question).toBeVisible();
  while (await question.isVisible()) {
    const text = await question.locator("legend").innerText();
    const words = Object.keys(said).find((part) => text.includes(part));
    if (!words || asked.includes(words)) throw new Error(`Nothing is said to "${text}", or it was asked twice.`);
    asked.push(words);
    const answer = said[words]!;
    if (isLookedAt) await look(page);
    const before = page.url();
    if (answer === "skip") await page.getByRole("button", { name: t("questions.skip") }).click();
    else {
      if ("tap" in answer) await question.getByRole("radio").nth(answer.tap).tap();
      else if ("choose" in answer) await question.getByRole("radio").nth(answer.choose).check();
      else if ("tick" in answer) for (const place of answer.tick) await question.getByRole("checkbox").nth(place).check();
      else await question.getByRole("textbox").fill(answer.write);
      // A finger is led on by its tap.
      if (!("tap" in answer)) await page.getByRole("button", { name: t("common.next"), exact: true }).click();
    }
    await page.waitForURL((url) => url.href !== before);
    await expect(question.or(review).first()).toBeVisible();
  }
  expect(asked.toSorted(), "every question was asked").toEqual(Object.keys(said).toSorted());
  await expect(review).toBeVisible();
  if (isLookedAt) await look(page);
  await page.getByRole("button", { name: t("questions.hand_in") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("questions.done_title") })).toBeVisible();
  if (isLookedAt) await look(page);
};

/** Finds the trial, reads what it means and what is confidential, and begins to apply. */
export const applyToTrial = async (page: Page, trial: string): Promise<void> => {
  await page.goto(paths.trials());
  await look(page);
  await page.getByRole("link", { name: trial }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(trial);
  await page
    .getByRole("group")
    .filter({ hasText: t("trials.confidentiality") })
    .locator("summary")
    .click();
  await look(page);
  await page.getByRole("link", { name: t("trials.apply"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("trials.apply_title"));
  await look(page);
  await page.getByRole("button", { name: t("trials.start_questions") }).click();
};

export type Address = {
  recipient: string;
  mobile: string;
  street: string;
  rt: string;
  rw: string;
  kelurahan: string;
  kecamatan: string;
  city: string;
  province: string;
  postalCode: string;
  note: string;
};

/** Accepts the place that was drawn: first the notice, then the address with its consent. */
export const acceptPlace = async (page: Page, trial: string, address: Address): Promise<void> => {
  await page.goto(paths.trials());
  await page.getByRole("link", { name: trial }).click();
  await expect(page.getByRole("region", { name: t("trials.standing_chosen_title") })).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: t("trials.answer_offer") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("trials.accept_title"));
  await look(page);
  await page.getByLabel(t("trials.confidentiality_agree")).check();
  await page.getByRole("button", { name: t("common.next") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("trials.address_title"));
  await look(page);
  await page.getByLabel(t("trials.address_recipient")).fill(address.recipient);
  await page.getByLabel(t("trials.address_mobile")).fill(address.mobile);
  await page.getByLabel(t("trials.address_street")).fill(address.street);
  await page.getByLabel("RT").fill(address.rt);
  await page.getByLabel("RW").fill(address.rw);
  await page.getByLabel(t("trials.address_kelurahan")).fill(address.kelurahan);
  await page.getByLabel(t("trials.address_kecamatan")).fill(address.kecamatan);
  await page.getByLabel(t("trials.address_city")).fill(address.city);
  await page.getByLabel(t("trials.address_province")).selectOption({ label: address.province });
  await page.getByLabel(t("trials.address_postal_code")).fill(address.postalCode);
  await page.getByLabel(t("trials.address_note")).fill(address.note);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: t("trials.accept") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(trial);
  await expect(page.getByText(t("trials.next_parcel_waiting"))).toBeVisible();
  await look(page);
};

/** Opens one's own trial by way of the page that holds everything that is one's own. */
export const openMyTrial = async (page: Page, trial: string): Promise<void> => {
  await page.goto(paths.me());
  await look(page);
  await page.getByRole("main").getByRole("link", { name: trial }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(trial);
};

/** Says that the parcel has arrived; the codes on the page are those on the labels. */
export const confirmReceipt = async (page: Page, codes: string[]): Promise<void> => {
  await look(page);
  await page
    .getByRole("link", { name: t("trials.i_received_it") })
    .or(page.getByRole("button", { name: t("trials.i_received_it") }))
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("trials.received_title"));
  for (const code of codes) await expect(page.getByText(code, { exact: true })).toBeVisible();
  await look(page);
  await page.getByRole("button", { name: t("trials.received_yes") }).click();
  await expect(page.getByText(t("trials.next_answer"))).toBeVisible();
  await look(page);
};

/** Says, where it is asked after handing in, whether one's own words may be quoted. */
export const answerQuoting = async (page: Page, said: "yes" | "no"): Promise<void> => {
  const asked = page.getByRole("region", { name: t("questions.quote_title") });
  await asked.getByRole("button", { name: t(`questions.quote_${said}`) }).click();
  await expect(asked.getByText(t("questions.quote_noted"))).toBeVisible();
  await look(page);
};

/** Allows one's own words to be quoted without a name, whatever was said before. */
export const allowQuoting = async (page: Page): Promise<void> => {
  await page.goto(paths.myPrivacy());
  const consent = page.getByRole("switch", { name: consentNotices.quotations.title.id });
  await consent.click();
  await expect(consent).toBeChecked();
  await look(page);
};

/** The inbox tells it, once; undoing is possible for half a minute, so news of what can be undone takes that long. */
export const readNews = async (page: Page, sentence: string, patienceMs = 75_000): Promise<void> => {
  const news = page.getByRole("button", { name: sentence });
  await expect(async () => {
    await page.goto(paths.notifications());
    await expect(news).toBeVisible({ timeout: 500 });
  }, `the news: ${sentence}`).toPass({ timeout: patienceMs, intervals: [1_000, 2_000] });
  await expect(news, "it is told once").toHaveCount(1);
  await look(page);
};
