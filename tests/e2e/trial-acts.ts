// How a trial is set up, drawn and packed, in the words of its pages.
import { expect, type Page } from "@playwright/test";
import type { LocalizedText } from "~/core/locale";
import { paths } from "~/paths";
import { look } from "./look";
import { headline, writeBoth } from "./staff-acts";
import { words } from "./words";

const t = words.id;

/** A day in the time of Jakarta, as a date field takes it. */
export const dayFromNow = (days: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" }).format(Date.now() + days * 86_400_000);

type Tab = "overview" | "setup" | "quotas" | "standards" | "waves" | "participants" | "parcels" | "labels" | "grants" | "report";

/** Finds the trial among all and opens one of its pages. */
export const openTrial = async (page: Page, trial: string, tab: Tab = "overview"): Promise<void> => {
  await page.goto(paths.manageTrials());
  await look(page);
  await page.getByRole("link", { name: trial }).click();
  await expect(headline(page)).toHaveText(trial);
  const link = page.getByRole("navigation", { name: t("fieldwork.tabs") }).getByRole("link", { name: t(`fieldwork.tab_${tab}`), exact: true });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
  await look(page);
};

export type Draft = {
  name: LocalizedText;
  summary: LocalizedText;
  receives: LocalizedText;
  places: number;
  objectives: string;
  design?: "sequential_monadic" | "paired";
  perPerson?: number;
  /** Prototypes of the product that are not tried. */
  without?: readonly string[];
};

/** From the page of the product: the draft of a trial of everything the product has. */
export const draftTrial = async (page: Page, draft: Draft): Promise<void> => {
  await page.getByRole("link", { name: t("products.new_trial") }).click();
  await expect(headline(page)).toHaveText(t("fieldwork.new_trial"));
  await look(page);
  await writeBoth(page, t("fieldwork.name"), draft.name);
  await writeBoth(page, t("fieldwork.summary"), draft.summary);
  await writeBoth(page, t("fieldwork.receives"), draft.receives);
  await page.getByLabel(t("fieldwork.design")).selectOption({ label: t(`fieldwork.design_${draft.design ?? "sequential_monadic"}`) });
  for (const name of draft.without ?? []) await page.getByRole("checkbox", { name: new RegExp(`^${name}`) }).uncheck();
  await page.getByLabel(t("fieldwork.per_person")).fill(String(draft.perPerson ?? 2));
  await page.getByLabel(t("fieldwork.places"), { exact: true }).fill(String(draft.places));
  await page.getByLabel(t("fieldwork.objectives")).fill(draft.objectives);
  await page.getByLabel(t("fieldwork.apply_until")).fill(dayFromNow(7));
  await page.getByLabel(t("fieldwork.fieldwork_from")).fill(dayFromNow(0));
  await page.getByLabel(t("fieldwork.fieldwork_until")).fill(dayFromNow(28));
  await page.getByRole("button", { name: t("fieldwork.create") }).click();
  await expect(headline(page)).toHaveText(draft.name.id);
  await look(page);
};

/** A quota cell for people whose fact has one of these values. */
export const addCell = async (page: Page, cell: { name: LocalizedText; target: number; fact: string; values: string[] }): Promise<void> => {
  await writeBoth(page, t("fieldwork.name"), cell.name);
  await page.getByLabel(t("fieldwork.places"), { exact: true }).fill(String(cell.target));
  const fact = page.getByRole("group", { name: cell.fact });
  for (const value of cell.values) await fact.getByLabel(value, { exact: true }).check();
  await page.getByRole("button", { name: t("fieldwork.add_cell") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: cell.name.id })).toBeVisible();
};

/** What must be true for a go: the mean of a question for a prototype. */
export const addStandard = async (page: Page, standard: { prototype: string; question: RegExp; mean: number }): Promise<void> => {
  await page.getByLabel(t("fieldwork.level")).selectOption({ label: t("fieldwork.level_must") });
  await page.getByLabel(t("fieldwork.standard_prototype"), { exact: true }).selectOption({ label: standard.prototype });
  const question = page.getByLabel(t("fieldwork.standard_question"));
  const option = (await question.getByRole("option").allInnerTexts()).find((text) => standard.question.test(text));
  await question.selectOption({ label: option ?? "" });
  await page.getByLabel(t("fieldwork.metric")).selectOption({ label: t("fieldwork.metric_mean") });
  await page.getByLabel(t("fieldwork.test")).selectOption({ label: t("fieldwork.test_at_least") });
  await page.getByLabel(t("fieldwork.against_value"), { exact: true }).fill(String(standard.mean));
  await page.getByRole("button", { name: t("fieldwork.add_standard") }).click();
  await expect(page.getByRole("button", { name: t("fieldwork.remove") })).toHaveCount(1);
};

/** Takes the next step of the trial that is open. */
export const moveTrial = async (page: Page, to: "recruiting" | "fieldwork" | "analysis" | "closed"): Promise<void> => {
  const step = page.getByRole("group").filter({ hasText: t(`fieldwork.move_${to}_text`) });
  await step.getByText(t(`fieldwork.move_${to}`), { exact: true }).click();
  await step.getByRole("button", { name: t("fieldwork.move_yes") }).click();
  await expect(page.getByText(t(`fieldwork.state_${to}`), { exact: true }).first()).toBeVisible();
  await look(page);
};

export const drawWave = async (page: Page, places: number): Promise<void> => {
  await page.getByLabel(t("fieldwork.draw_places")).fill(String(places));
  await page.getByRole("button", { name: t("fieldwork.draw"), exact: true }).click();
  await expect(page.getByText(t("fieldwork.wave_result", { chosen: places, places, waiting: 0 }))).toBeVisible();
  await expect(page.getByText(t("fieldwork.replays"))).toBeVisible();
  await look(page);
};

/** Reads which code stands for which prototype, saying why. */
export const revealLabels = async (page: Page, reason: string): Promise<Map<string, string>> => {
  await page.getByLabel(t("fieldwork.reveal_reason")).fill(reason);
  await page.getByRole("button", { name: t("fieldwork.reveal") }).click();
  const rows = page.getByRole("row");
  await expect(rows.first()).toBeVisible();
  await look(page);
  const labels = new Map<string, string>();
  for (const row of await rows.all()) labels.set(await row.getByRole("rowheader").innerText(), await row.getByRole("cell").innerText());
  return labels;
};

/** Packs everything that waits, with the list of addresses, and hands it to a courier. */
export const packAndSend = async (page: Page, trial: string, parcels: { recipient: string; member: string; tracking: string }[]): Promise<void> => {
  await page.getByRole("link", { name: t("fieldwork.packing_list"), exact: true }).click();
  await expect(headline(page)).toHaveText(t("fieldwork.packing_list"));
  for (const { recipient } of parcels) await expect(page.getByText(recipient)).toBeVisible();
  await look(page);
  for (const name of [t("fieldwork.stickers"), t("fieldwork.tracking")]) {
    await openTrial(page, trial, "parcels");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(headline(page)).toHaveText(name);
    await look(page);
  }
  await openTrial(page, trial, "parcels");
  await page.getByRole("button", { name: t("fieldwork.mark_packed") }).click();
  await expect(page.getByRole("button", { name: t("fieldwork.mark_packed") })).toBeHidden();
  for (const { member, tracking } of parcels) {
    const row = page.getByRole("row").filter({ hasText: member });
    await row.getByText(t("fieldwork.send"), { exact: true }).click();
    await row.getByLabel(t("fieldwork.courier")).fill("JNE");
    await row.getByLabel(t("fieldwork.tracking_number")).fill(tracking);
    await row.getByRole("button", { name: t("fieldwork.mark_sent") }).click();
    await expect(row.getByText(tracking)).toBeVisible();
  }
  await look(page);
};
