// What becomes of the answers, in the words of the pages: quotations, a version, a decision, and telling back.
import { expect, type Page } from "@playwright/test";
import type { LocalizedText } from "~/core/locale";
import { paths } from "~/paths";
import { look } from "./look";
import { headline, writeBoth } from "./staff-acts";
import { words } from "./words";

const t = words.id;

/** Picks these words of an answer for the report that is open, and comes back to it. */
export const pickQuotation = async (page: Page, { question, answer }: { question: RegExp; answer: string }): Promise<void> => {
  const report = page.url();
  await page.getByRole("link", { name: t("reports.quotations"), exact: true }).click();
  await expect(headline(page)).toHaveText(t("reports.quotations_title"));
  await look(page);
  await page
    .getByRole("navigation", { name: t("reports.question") })
    .getByRole("link", { name: question })
    .click();
  const item = page.getByRole("listitem").filter({ hasText: answer });
  await item.getByText(t("reports.pick_quotation"), { exact: true }).first().click();
  await item.getByRole("button", { name: t("reports.pick_quotation") }).click();
  await expect(item.getByText(t("reports.picked"))).toBeVisible();
  await page.goto(report);
  await expect(page.getByText(answer)).toBeVisible();
};

/** Publishes the first version of the report that is open. */
export const publishReport = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: t("reports.publish"), exact: true }).click();
  await expect(headline(page)).toHaveText(t("reports.publish_heading", { number: 1 }));
  await look(page);
  await page.getByRole("button", { name: t("reports.publish_now", { number: 1 }) }).click();
  await expect(page.getByText(/^Versi 1, diterbitkan/)).toBeVisible();
  await look(page);
};

/** Decides on the first finding of the version that is open. */
export const decide = async (page: Page, note: string): Promise<void> => {
  await page
    .getByRole("link", { name: t("reports.decide") })
    .first()
    .click();
  await expect(headline(page)).toHaveText(t("reports.decisions_title"));
  await look(page);
  const finding = page.getByRole("main").getByRole("listitem").first();
  await finding.getByLabel(t("reports.choice_change"), { exact: true }).check();
  await finding.getByLabel(t("reports.decision_note")).fill(note);
  await finding.getByRole("button", { name: t("reports.decide_save") }).click();
  await expect(finding.getByText(note)).toBeVisible();
  await look(page);
};

export type Change = { title: LocalizedText; said: LocalizedText; did: LocalizedText; quote: string; idea: string };

/** Writes "You said, we did" from the decision, with the words and the idea that led to it, and publishes it. */
export const tellBack = async (page: Page, change: Change): Promise<void> => {
  await page
    .getByRole("link", { name: t("reports.tell_back") })
    .first()
    .click();
  await expect(headline(page)).toHaveText(t("reports.change_new"));
  await look(page);
  await writeBoth(page, t("reports.change_field_title"), change.title);
  await writeBoth(page, t("reports.change_field_said"), change.said);
  await writeBoth(page, t("reports.change_field_did"), change.did);
  await page
    .getByRole("group", { name: t("reports.change_field_ideas") })
    .getByLabel(change.idea)
    .check();
  await page
    .getByRole("group", { name: t("reports.change_field_quotation") })
    .getByLabel(change.quote)
    .check();
  await page.getByLabel(t("reports.change_field_quote"), { exact: false }).last().fill(change.quote);
  await page.getByRole("button", { name: t("reports.change_save_draft") }).click();
  await expect(headline(page)).toHaveText(change.title.id);
  await look(page);
  await page.getByRole("button", { name: t("reports.change_publish"), exact: true }).click();
  await expect(page.getByText(t("reports.change_published"), { exact: true })).toBeVisible();
  await look(page);
  await page.goto(paths.manageChanges());
  await look(page);
};
