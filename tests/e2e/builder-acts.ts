// Writing the two questionnaires of a trial, in the words of the builder.
import { expect, type Page } from "@playwright/test";
import { look } from "./look";
import { openTrial } from "./trial-acts";
import { words } from "./words";

const t = words.id;

type Template = "standard" | "pair";

/** Begins both with the standard questions, which lack nothing. */
export const beginQuestionnaires = async (page: Page, trial: string, template: Template = "standard"): Promise<void> => {
  for (const kind of ["screener", "questionnaire"] as const) {
    await openTrial(page, trial, "setup");
    await page
      .getByRole("main")
      .getByRole("link", { name: t(`fieldwork.${kind}`), exact: true })
      .click();
    await expect(page.getByRole("heading", { name: t("builder.empty_title") })).toBeVisible();
    await look(page);
    await page.getByRole("button", { name: t(kind === "screener" ? "builder.template_screener" : `builder.template_${template}`) }).click();
    const outline = page.getByRole("navigation", { name: t("builder.outline") });
    await expect(outline.getByText(t("builder.ready"))).toBeVisible();
    await look(page);
  }
};
