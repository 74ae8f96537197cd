// What staff do, in the words of their pages.
import { expect, type Page } from "@playwright/test";
import type { LocalizedText } from "~/core/locale";
import { paths } from "~/paths";
import { look } from "./look";
import { words } from "./words";

const t = words.id;

/** Fills in both languages of a text. */
export const writeBoth = async (page: Page, label: string, text: LocalizedText): Promise<void> => {
  const both = page.getByRole("group", { name: label });
  await both.getByLabel(t("common.in_indonesian")).fill(text.id);
  await both.getByLabel(t("common.in_english")).fill(text.en);
};

export const headline = (page: Page) => page.getByRole("heading", { level: 1 });

export const createProduct = async (page: Page, product: { name: LocalizedText; description: LocalizedText }): Promise<void> => {
  await page.goto(paths.products());
  await look(page);
  await page.getByRole("link", { name: t("products.new") }).click();
  await expect(headline(page)).toHaveText(t("products.new"));
  await look(page);
  await writeBoth(page, t("products.name"), product.name);
  await writeBoth(page, t("products.description"), product.description);
  await page.getByRole("button", { name: t("products.create") }).click();
  await expect(headline(page)).toHaveText(product.name.id);
  await look(page);
};

type Prototype = { name: string; description: LocalizedText; usage: LocalizedText; ingredients: string; isBenchmark: boolean };

/** From the page of a product, and back to it. */
export const createPrototype = async (page: Page, prototype: Prototype): Promise<void> => {
  await page.getByRole("link", { name: t("products.new_prototype") }).click();
  await expect(headline(page)).toHaveText(t("products.new_prototype"));
  await look(page);
  await page.getByLabel(t("products.prototype_name")).fill(prototype.name);
  await writeBoth(page, t("products.description"), prototype.description);
  await writeBoth(page, t("products.usage"), prototype.usage);
  await page.getByLabel(t("products.ingredients")).fill(prototype.ingredients);
  if (prototype.isBenchmark) await page.getByLabel(t("products.is_benchmark")).check();
  await page.getByRole("button", { name: t("products.create_prototype") }).click();
  await expect(page.getByRole("link", { name: prototype.name })).toBeVisible();
};
