// The main job from the first page to the last: ask, invite, try, tell, weigh, decide, tell back. In Indonesian, on phones.
import type { Browser, Page } from "@playwright/test";
import { paths } from "~/paths";
import { complaintsOf, look, wasSeen } from "./look";
import * as told from "./loop-words";
import {
  acceptPlace,
  allowQuoting,
  answerQuestionnaire,
  answerQuoting,
  applyToTrial,
  comment,
  confirmReceipt,
  join,
  openMail,
  openMyTrial,
  readNews,
  tellFacts,
} from "./member-acts";
import { pagesOfTheLoop } from "./pages";
import { expect, open, phone, signIn, test, type CastName } from "./people";
import { beginQuestionnaires } from "./builder-acts";
import { decide, pickQuotation, publishReport, tellBack } from "./report-acts";
import { createProduct, createPrototype } from "./staff-acts";
import { addCell, addStandard, drawWave, draftTrial, moveTrial, openTrial, packAndSend, revealLabels } from "./trial-acts";
import { words } from "./words";

const t = words.id;
const trial = told.trial.name.id;

const windows = new Map<string, Page>();

/** The browser of somebody who has arrived earlier in the story. */
const of = (name: string): Page => {
  const page = windows.get(name);
  if (!page) throw new Error(`${name} has not arrived yet.`);
  return page;
};

const arrive = async (browser: Browser, name: CastName): Promise<Page> => {
  const page = await open(browser, phone);
  windows.set(name, page);
  await signIn(page, name);
  return page;
};

test.describe.serial("the loop", () => {
  test.setTimeout(240_000);

  test.afterEach(() => {
    for (const [name, page] of windows) expect.soft(complaintsOf(page), `what the browser of ${name} said`).toEqual([]);
  });

  test.afterAll(async () => {
    for (const page of windows.values()) await page.context().close();
    windows.clear();
  });

  test("Rian describes a product, its two prototypes and what must be learnt about them", async ({ browser }) => {
    const rian = await arrive(browser, "Rian");
    await rian.goto(paths.workshop());
    await look(rian);
    await createProduct(rian, told.product);
    await createPrototype(rian, told.oldBottle);
    await createPrototype(rian, told.newBottle);
    await look(rian);
    await draftTrial(rian, told.trial);
  });

  test("Rian writes the screener and the questionnaire, quotas and a standard, and opens the trial", async () => {
    const rian = of("Rian");
    await beginQuestionnaires(rian, trial);
    await openTrial(rian, trial, "quotas");
    for (const cell of told.cells) await addCell(rian, cell);
    await look(rian);
    await openTrial(rian, trial, "standards");
    await addStandard(rian, told.standard);
    await look(rian);
    await openTrial(rian, trial);
    await moveTrial(rian, "recruiting");
  });

  test("Ayu joins by mail, says what her home is like, and applies", async ({ browser }) => {
    const ayu = await open(browser, phone);
    windows.set("Ayu", ayu);
    await join(ayu, told.ayu);
    await tellFacts(ayu, { household_size: "4", laundry_per_week: "4-6", children_under_3: "no", water_source: "piped", city: "Bandung", sex: "female" });
    await applyToTrial(ayu, trial);
    await answerQuestionnaire(ayu, told.screening);
  });

  test("Wulan does the same in a browser without JavaScript", async ({ browser }) => {
    const wulan = await open(browser, { ...phone, javaScriptEnabled: false });
    windows.set("Wulan", wulan);
    await join(wulan, told.wulan);
    await tellFacts(wulan, { household_size: "2", laundry_per_week: "2-3", children_under_3: "no", water_source: "well", city: "Bandung" });
    await applyToTrial(wulan, trial);
    await answerQuestionnaire(wulan, told.screening);
  });

  test("Dewi lets Maya pack, and Maya draws the wave", async ({ browser }) => {
    const dewi = await arrive(browser, "Dewi");
    await openTrial(dewi, trial, "grants");
    await dewi
      .getByRole("listitem")
      .filter({ hasText: "Maya" })
      .getByRole("button", { name: t("fieldwork.grant") })
      .click();
    await expect(
      dewi
        .getByRole("listitem")
        .filter({ hasText: "Maya" })
        .getByRole("button", { name: t("fieldwork.take_back") }),
    ).toBeVisible();
    const maya = await arrive(browser, "Maya");
    await openTrial(maya, trial, "waves");
    await drawWave(maya, 2);
  });

  test("both are told, and accept with the notice and an address", async () => {
    for (const [name, person, address] of [
      ["Ayu", told.ayu, told.addressOfAyu],
      ["Wulan", told.wulan, told.addressOfWulan],
    ] as const) {
      const page = of(name);
      await readNews(page, t("notifications.application_chosen", { title: trial }));
      await openMail(page, person.email, t("notifications.application_chosen", { title: trial }));
      await acceptPlace(page, trial, address);
    }
  });

  test("Maya reads the labels, packs and sends, without knowing what a moderator need not know", async () => {
    const rian = of("Rian");
    await openTrial(rian, trial, "participants");
    await expect(rian.getByText(told.ayu.name), "a product manager sees no names").toHaveCount(0);
    await expect(rian.getByRole("link", { name: t("fieldwork.tab_labels") }), "and no key").toHaveCount(0);
    const maya = of("Maya");
    await openTrial(maya, trial, "participants");
    await maya.getByRole("rowheader").first().getByRole("link").click();
    await expect(maya.getByRole("heading", { name: t("fieldwork.participant_history") })).toBeVisible();
    await look(maya);
    await openTrial(maya, trial, "labels");
    const labels = await revealLabels(maya, "Mencetak label gelombang pertama");
    expect([...labels.values()].toSorted()).toEqual([told.newBottle.name, told.oldBottle.name].toSorted());
    for (const [code, name] of labels) told.codes.set(name, code);
    await openTrial(maya, trial, "parcels");
    await packAndSend(maya, trial, [
      { recipient: told.addressOfAyu.recipient, member: told.ayu.name, tracking: "JNE0012345" },
      { recipient: told.addressOfWulan.recipient, member: told.wulan.name, tracking: "JNE0012346" },
    ]);
  });

  test("Ayu receives the parcel and answers for both codes", async () => {
    const ayu = of("Ayu");
    await readNews(ayu, t("notifications.parcel_sent", { title: trial }));
    await openMyTrial(ayu, trial);
    await confirmReceipt(ayu, [...told.codes.values()]);
    await ayu
      .getByRole("main")
      .getByRole("link", { name: t("trials.begin") })
      .click();
    await answerQuestionnaire(ayu, told.answers({ liking: 7, remark: told.remark, isTapped: true }));
    await answerQuoting(ayu, "yes");
    await ayu.getByRole("link", { name: /^Lanjut ke contoh \d{3}$/ }).click();
    await answerQuestionnaire(ayu, told.answers({ liking: 5 }));
    await expect(ayu.getByText(t("questions.quote_title")), "it is asked once").toHaveCount(0);
    await openMyTrial(ayu, trial);
    await expect(ayu.getByText(t("trials.next_complete"))).toBeVisible();
    await look(ayu);
  });

  test("Wulan receives the parcel and answers for both codes, without JavaScript", async () => {
    const wulan = of("Wulan");
    await openMyTrial(wulan, trial);
    await confirmReceipt(wulan, [...told.codes.values()]);
    await wulan
      .getByRole("main")
      .getByRole("link", { name: t("trials.begin") })
      .click();
    await answerQuestionnaire(wulan, told.answers({ liking: 6, remark: told.remarkOfWulan }));
    await answerQuoting(wulan, "no");
    await wulan.getByRole("link", { name: /^Lanjut ke contoh \d{3}$/ }).click();
    await answerQuestionnaire(wulan, told.answers({ liking: 6 }));
    await allowQuoting(wulan);
  });

  test("Ayu turns her remark into an idea, and Maya lets it appear", async () => {
    const ayu = of("Ayu");
    await openMyTrial(ayu, trial);
    await ayu
      .getByRole("link", { name: t("trials.make_idea") })
      .first()
      .click();
    await expect(ayu.getByText(told.remark).first()).toBeVisible();
    await look(ayu);
    await ayu.getByLabel(t("ideas.board_label")).selectOption({ label: "Dapur dan camilan" });
    await ayu.getByLabel(t("ideas.title_label")).fill(told.idea.title);
    await ayu.getByLabel(t("ideas.body_label")).fill(told.idea.body);
    await ayu.getByRole("button", { name: t("ideas.send"), exact: true }).click();
    await expect(ayu.getByText(t("ideas.ruling_pending"))).toBeVisible();
    await look(ayu);

    const maya = of("Maya");
    await maya.goto(paths.queue());
    await look(maya);
    await maya.getByRole("link").filter({ hasText: told.idea.title }).click();
    await expect(maya.getByRole("heading", { level: 1 })).toHaveText(told.idea.title);
    await look(maya);
    await maya.getByRole("button", { name: t("moderation.approve") }).click();
    await expect(maya.getByText(t("moderation.done"))).toBeVisible();
    await look(maya);
  });

  test("Budi votes for the idea and says something about it", async ({ browser }) => {
    const budi = await arrive(browser, "Budi");
    await budi.goto(paths.ideas({ sort: "new" }));
    await look(budi);
    await budi.getByRole("link", { name: told.idea.title }).click();
    await expect(budi.getByRole("heading", { level: 1 })).toHaveText(told.idea.title);
    const vote = budi.getByRole("button", { name: t("ideas.vote_label", { title: told.idea.title, count: 1 }) });
    await budi.getByRole("button", { name: new RegExp(`^Dukung “${told.idea.title}”`) }).click();
    await expect(vote).toHaveAttribute("aria-pressed", "true");
    await comment(budi, told.commentOfBudi);
    await budi.reload();
    await expect(vote, "the vote is still there").toHaveAttribute("aria-pressed", "true");
    await look(budi);
  });

  test("Rian ends the fieldwork, reads the report and publishes it", async () => {
    const rian = of("Rian");
    await openTrial(rian, trial);
    await moveTrial(rian, "fieldwork");
    await moveTrial(rian, "analysis");
    await rian
      .getByRole("link", { name: t("fieldwork.tab_report"), exact: true })
      .first()
      .click();
    await expect(rian.getByRole("link", { name: t("reports.publish"), exact: true })).toBeVisible();
    await look(rian);
    await pickQuotation(rian, { question: /^Apa yang tidak Anda sukai/, answer: told.remark });
    await publishReport(rian);
  });

  test("Rian decides, and tells back what was done because of it", async () => {
    const rian = of("Rian");
    await decide(rian, told.decision);
    await tellBack(rian, { ...told.change, quote: told.remark, idea: told.idea.title });
  });

  test("a visitor reads what changed and who is not named", async ({ browser }) => {
    const visitor = await open(browser, phone);
    windows.set("visitor", visitor);
    await visitor.goto(paths.changes());
    await look(visitor);
    await visitor.getByRole("link", { name: told.change.title.id }).click();
    await expect(visitor.getByText(told.change.did.id)).toBeVisible();
    await expect(visitor.getByRole("link", { name: told.idea.title })).toBeVisible();
    await expect(visitor.getByText(told.ayu.name), "her words are quoted without her name").toHaveCount(0);
    await look(visitor);
  });

  test("Ayu has heard that her idea appeared", async () => {
    await readNews(of("Ayu"), t("notifications.idea_published", { title: told.idea.title }));
  });

  test("everybody who made it happen hears of it once, in their language", async () => {
    const ayu = of("Ayu");
    await readNews(ayu, t("notifications.change_published_quoted", { title: told.change.title.id }));
    await openMail(ayu, told.ayu.email, t("notifications.change_published_quoted", { title: told.change.title.id }));
    await look(ayu);
    await readNews(of("Wulan"), t("notifications.change_published_participant", { title: told.change.title.id }));
    await readNews(of("Budi"), t("notifications.change_published_voter", { title: told.change.title.id }));

    await ayu.goto(paths.notifications());
    await ayu.getByRole("button", { name: told.change.title.id }).click();
    await expect(ayu.getByRole("heading", { level: 1 })).toHaveText(told.change.title.id);
    await expect(ayu.getByText(told.remark)).toBeVisible();
    await look(ayu);
  });

  test("every page that only a story can show has been looked at", () => {
    expect(pagesOfTheLoop.filter((pattern) => !wasSeen(pattern))).toEqual([]);
  });
});
