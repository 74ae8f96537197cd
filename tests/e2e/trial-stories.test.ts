// Two trials from draft to closed, in Indonesian, with twelve members each: a pair, and three prototypes one after the other.
// Staff and two members of each trial work in windows; the other ten send what a browser would, each in a session of their own.
import type { Browser, Page } from "@playwright/test";
import type postgres from "postgres";
import { quotaFacts } from "~/features/trials/quota-facts";
import { paths } from "~/paths";
import { complaintsOf } from "./look";
import { product, oldBottle, newBottle } from "./loop-words";
import { answerQuestionnaire, type Said } from "./member-acts";
import { desk, expect, open, phone, signIn, siteOrigin, test } from "./people";
import { beginQuestionnaires } from "./builder-acts";
import { publishReport } from "./report-acts";
import {
  acceptAs,
  answerAll,
  applyAs,
  bringMembers,
  openResponseOf,
  openStoryDatabase,
  receiveAs,
  type Script,
  type SimulatedMember,
} from "./simulated-members";
import { createProduct, createPrototype } from "./staff-acts";
import { addCell, draftTrial, drawWave, moveTrial, openTrial, revealLabels, type Draft } from "./trial-acts";
import { words } from "./words";

const t = words.id;
const both = (id: string, en: string) => ({ id, en });
const refill = { ...newBottle, name: "Kilau, isi ulang" };
const dish = { ...product, name: both("Sabun Cuci Piring Kilau Dua", "Kilau Dish Soap Two") };

const pair: Draft = {
  name: both("Dua botol, mana yang dipilih", "Two bottles, which one"),
  summary: both("Pakai keduanya, lalu pilih.", "Use both, then choose."),
  receives: both("Dua botol.", "Two bottles."),
  places: 12,
  objectives: "",
  design: "paired",
  without: [refill.name],
};
const sequence: Draft = {
  ...pair,
  name: both("Tiga botol, satu demi satu", "Three bottles, one after the other"),
  design: "sequential_monadic",
  perPerson: 3,
  without: [],
};

const sexes = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? "female" : "male"));
const sex = quotaFacts.find(({ key }) => key === "sex")!;
const labelOf = (value: string) => sex.options.find((option) => option.value === value)!.label.id;

const screener: Script = { recent_tests: { "answer.recent_tests": "no" }, trade: { "answer.trade": "none" }, willing: { "answer.willing": "yes" } };

/** Nine prefer the pump, two the screw cap, one neither. */
const preferred = (index: number): string | null => (index < 9 ? newBottle.name : index < 11 ? oldBottle.name : null);
/** From 1 to 9; different for everybody and every bottle. */
const liked = (index: number, prototype: string): number =>
  prototype === newBottle.name ? 6 + (index % 4) : prototype === oldBottle.name ? 3 + (index % 5) : 2 + (index % 7);

const meanOf = (prototype: string): number => Array.from({ length: 12 }, (_, index) => liked(index, prototype)).reduce((sum, each) => sum + each, 0) / 12;

const hidden = (page: string, name: string): string => new RegExp(`name="${name.replaceAll(".", "\\.")}" value="([^"]*)"`).exec(page)?.[1] ?? "";

const side = (key: string, choice: string, strength?: string) => (page: string) => ({
  [`answer.${key}`]: choice,
  [`answer.${key}.left`]: hidden(page, `answer.${key}.left`),
  [`answer.${key}.right`]: hidden(page, `answer.${key}.right`),
  ...(strength ? { [`answer.${key}.strength`]: strength } : {}),
});

type Told = { trialId: number; members: SimulatedMember[]; codes: Map<string, string> };

test.describe.serial("two trials with twelve members each", () => {
  test.setTimeout(300_000);
  const windows: Page[] = [];
  const staff: Record<"Rian" | "Maya", Page> = {} as never;
  let sql: postgres.Sql;
  const told: Record<"pair" | "sequence", Told> = { pair: {} as Told, sequence: {} as Told };

  const windowOf = async (browser: Browser, member: SimulatedMember): Promise<Page> => {
    const page = await open(browser, desk);
    windows.push(page);
    await page.context().addCookies([{ name: "kawan", value: member.token, url: siteOrigin() }]);
    return page;
  };

  test.beforeAll(() => {
    sql = openStoryDatabase();
  });
  test.afterEach(() => {
    for (const page of windows) expect.soft(complaintsOf(page)).toEqual([]);
  });
  test.afterAll(async () => {
    for (const page of windows) await page.context().close();
    await sql.end();
  });

  test("Rian drafts both, and Dewi lets Maya pack", async ({ browser }) => {
    const rian = await open(browser, desk);
    const maya = await open(browser, desk);
    windows.push(rian, maya);
    Object.assign(staff, { Rian: rian, Maya: maya });
    await signIn(rian, "Rian");
    await signIn(maya, "Maya");
    await createProduct(rian, dish);
    const workshop = rian.url();
    for (const prototype of [oldBottle, newBottle, refill]) await createPrototype(rian, prototype);
    for (const [name, draft, template] of [
      ["pair", pair, "pair"],
      ["sequence", sequence, "standard"],
    ] as const) {
      await rian.goto(workshop);
      await draftTrial(rian, draft);
      told[name].trialId = Number(/\/trials\/(\d+)/.exec(rian.url())?.[1]);
      await beginQuestionnaires(rian, draft.name.id, template);
      await openTrial(rian, draft.name.id, "quotas");
      for (const value of ["female", "male"])
        await addCell(rian, { name: both(`Sel ${value}`, `Cell ${value}`), target: 6, fact: sex.label.id, values: [labelOf(value)] });
      await openTrial(rian, draft.name.id);
      await moveTrial(rian, "recruiting");
    }
    const dewi = await open(browser, phone);
    windows.push(dewi);
    await signIn(dewi, "Dewi");
    for (const { name } of [pair, sequence]) {
      await openTrial(dewi, name.id, "grants");
      const line = dewi.getByRole("listitem").filter({ hasText: "Maya" });
      await line.getByRole("button", { name: t("fieldwork.grant") }).click();
      await expect(line.getByRole("button", { name: t("fieldwork.take_back") })).toBeVisible();
    }
  });

  for (const [name, draft] of [
    ["pair", pair],
    ["sequence", sequence],
  ] as const)
    test(`${name}: twelve apply, are drawn, accept, and get their parcels`, async () => {
      const { trialId } = told[name];
      const members = await bringMembers(sql, { prefix: name === "pair" ? "Peserta Pasangan" : "Peserta Urutan", sexes });
      told[name].members = members;
      for (const member of members) await applyAs(member, trialId, screener);
      const maya = staff.Maya;
      await openTrial(maya, draft.name.id, "waves");
      await drawWave(maya, 12);
      for (const member of members) await acceptAs(member, trialId);

      // The prescribed orders: everybody has one of their own cell, and inside each cell they are balanced.
      const orders = await sql<{ cell: number; planned: number; order: number[] }[]>`
        select p.cell_id as cell, s.cell_id as planned, s.prototype_ids as order from participants p join allocation_slots s on s.participant_id = p.id where p.trial_id = ${trialId}`;
      expect(orders).toHaveLength(12);
      expect(orders.every(({ cell, planned }) => cell === planned)).toBe(true);
      for (const cell of new Set(orders.map((each) => each.cell))) {
        const here = orders.filter((each) => each.cell === cell).map(({ order }) => order);
        expect(here).toHaveLength(6);
        const size = here[0]!.length;
        for (const prototype of here[0]!)
          for (let position = 0; position < size; position += 1)
            expect(
              here.filter((order) => order[position] === prototype),
              `how often ${prototype} stands at ${position + 1}`,
            ).toHaveLength(6 / size);
      }

      await openTrial(maya, draft.name.id, "labels");
      told[name].codes = new Map([...(await revealLabels(maya, "Mencetak label"))].map(([code, prototype]) => [prototype, code]));
      expect(told[name].codes.size).toBe(name === "pair" ? 2 : 3);
      await openTrial(maya, draft.name.id, "parcels");
      await maya.getByRole("button", { name: t("fieldwork.mark_packed") }).click();
      await expect(maya.getByRole("button", { name: t("fieldwork.mark_packed") })).toBeHidden();
      const parcels = await sql<
        { id: number }[]
      >`select c.participant_id as id from parcels c join participants p on p.id = c.participant_id where p.trial_id = ${trialId}`;
      await maya.goto(paths.trialTracking(trialId));
      const lines = (ids: readonly number[]) => ["parcel,courier,tracking_number", ...ids.map((id) => `${id},JNE,JNE${id}`)].join("\n");
      await maya.getByLabel(t("fieldwork.tracking_pasted")).fill(lines([...parcels.map(({ id }) => id), 2_000_000_000]));
      await maya.getByRole("button", { name: t("fieldwork.tracking_take") }).click();
      await expect(maya.getByText(t("fieldwork.tracking_problems", { count: 1 })), "one unknown parcel, and nothing is taken").toBeVisible();
      complaintsOf(maya);
      await maya.getByLabel(t("fieldwork.tracking_pasted")).fill(lines(parcels.map(({ id }) => id)));
      await maya.getByRole("button", { name: t("fieldwork.tracking_take") }).click();
      await expect(maya.getByText(t("fieldwork.tracking_done", { sent: "12", delivered: "0", returned: "0" }))).toBeVisible();
      for (const member of members) await receiveAs(member, trialId);
    });

  test("pair: everybody is asked once about both, ten by requests and two in windows", async ({ browser }) => {
    const { trialId, members, codes } = told.pair;
    for (const [index, member] of members.entries()) {
      const responseId = await openResponseOf(sql, trialId, member);
      const name = preferred(index);
      const choice = name === null ? "none" : codes.get(name)!;
      if (index < 10) {
        const { start } = await answerAll(member, responseId, {
          preferred: side("preferred", choice, choice === "none" ? undefined : "strong"),
          why: { "answer.why": `Alasan nomor ${index + 1}: lebih mudah dipakai.` },
          would_buy: side("would_buy", choice),
          dislikes: "skip",
        });
        for (const code of codes.values()) expect(start, "the page names both samples").toContain(code);
        continue;
      }
      const page = await windowOf(browser, member);
      await page.goto(paths.answer(responseId));
      for (const code of codes.values()) await expect(page.getByText(code, { exact: true }).first()).toBeVisible();
      await page.getByRole("link", { name: t("questions.start"), exact: true }).click();
      const next = page.getByRole("button", { name: t("common.next"), exact: true });
      const choose = async () => {
        await page.getByText(choice === "none" ? t("questions.no_preference") : `Contoh ${choice}`, { exact: true }).click();
      };
      await choose();
      if (choice !== "none") await page.getByText(t("questions.strength_strong"), { exact: true }).click();
      await next.click();
      await page.getByRole("textbox").fill(`Alasan nomor ${index + 1}: tutupnya.`);
      await next.click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("dijual dengan harga yang sama");
      for (const code of codes.values()) await expect(page.getByRole("heading", { level: 1 }), "both samples are named in the question").toContainText(code);
      await choose();
      await next.click();
      await page.getByRole("button", { name: t("questions.skip") }).click();
      await page.getByRole("button", { name: t("questions.hand_in") }).click();
      await expect(page.getByRole("heading", { level: 1, name: t("questions.done_title") })).toBeVisible();
    }
    const [done] = await sql<{ responses: number; people: number }[]>`select count(*)::int as responses, count(distinct r.participant_id)::int as people
      from responses r join participants p on p.id = r.participant_id where p.trial_id = ${trialId} and r.state = 'submitted' and p.state = 'complete'`;
    expect(done).toEqual({ responses: 12, people: 12 });
  });

  test("sequence: everybody is asked about each in the prescribed order, ten by requests and two in windows", async ({ browser }) => {
    const { trialId, members, codes } = told.sequence;
    const nameOf = new Map([...codes].map(([name, code]) => [code, name]));
    for (const [index, member] of members.entries()) {
      const prescribed = await sql<{ code: string }[]>`select k.code from participants p join allocation_slots s on s.participant_id = p.id
        cross join lateral jsonb_array_elements_text(s.prototype_ids) with ordinality o(id, place) join trial_prototypes k on k.trial_id = p.trial_id and k.prototype_id = o.id::int
        where p.trial_id = ${trialId} and p.person_id = ${member.personId} order by o.place`;
      const page = index < 10 ? null : await windowOf(browser, member);
      for (const { code } of prescribed) {
        const responseId = await openResponseOf(sql, trialId, member);
        const liking = liked(index, nameOf.get(code)!);
        if (page) {
          await page.goto(paths.answer(responseId));
          await expect(page.getByText(code, { exact: true }).first(), "the prescribed sample comes next").toBeVisible();
          // The best point of the scale stands on top.
          const said: Record<string, Said> = {
            "seberapa suka atau tidak suka": { choose: 9 - liking },
            wangi: { choose: 2 },
            kental: { choose: 2 },
            "yang Anda sukai": "skip",
            "tidak Anda sukai": "skip",
            membelinya: { choose: 1 },
          };
          await answerQuestionnaire(page, said, false);
          continue;
        }
        const { start } = await answerAll(member, responseId, {
          liking: { "answer.liking": String(liking) },
          scent_jar: { "answer.scent_jar": "3" },
          thickness_jar: { "answer.thickness_jar": "3" },
          likes: "skip",
          dislikes: "skip",
          purchase_intent: { "answer.purchase_intent": "4" },
        });
        expect(start, "the prescribed sample comes next").toContain(code);
        for (const other of codes.values()) if (other !== code) expect(start).not.toContain(`>${other}<`);
      }
    }
  });

  for (const [name, draft] of [
    ["pair", pair],
    ["sequence", sequence],
  ] as const)
    test(`${name}: the report says what they said, and the closed trial takes nothing more`, async () => {
      const { trialId, members, codes } = told[name];
      const rian = staff.Rian;
      await openTrial(rian, draft.name.id);
      await moveTrial(rian, "fieldwork");
      await moveTrial(rian, "analysis");
      await rian.goto(paths.report(trialId));
      await publishReport(rian);
      const published = await (await rian.request.get(paths.reportExport(trialId, 1, "json"))).json();
      const found: Record<string, unknown>[] = [];
      const walk = (value: unknown): void => {
        if (typeof value !== "object" || value === null) return;
        if (!Array.isArray(value)) found.push(value as Record<string, unknown>);
        for (const each of Object.values(value)) walk(each);
      };
      walk(published);
      if (name === "pair") {
        const finding = found.find((each) => each.key === "preferred" && "chart" in each) as {
          n: number;
          chart: { rows: { key: string; value: number; n: number }[] };
        };
        expect(finding.n).toBe(12);
        const share = (prototype: string) => finding.chart.rows.find((row) => row.key === codes.get(prototype));
        expect(share(newBottle.name)).toMatchObject({ n: 11, value: 9 / 11 });
        expect(share(oldBottle.name)).toMatchObject({ n: 11, value: 2 / 11 });
      } else {
        for (const [prototype, code] of codes) {
          const row = found.find((each) => each.code === code && "topBox" in each && Array.isArray(each.counts) && (each.counts as number[]).length === 9) as {
            n: number;
            mean: number;
            counts: number[];
          };
          expect(row.n).toBe(12);
          expect(row.mean).toBeCloseTo(meanOf(prototype), 10);
          expect(row.counts).toEqual(Array.from({ length: 9 }, (_, point) => members.filter((_member, index) => liked(index, prototype) === point + 1).length));
        }
      }
      await openTrial(rian, draft.name.id);
      await moveTrial(rian, "closed");

      const [last] = await sql<{ id: number }[]>`select r.id from responses r join participants p on p.id = r.participant_id
        where p.trial_id = ${trialId} and p.person_id = ${members[0]!.personId} order by r.position desc limit 1`;
      const before = await sql`select * from answers where response_id = ${last!.id} order by question_key`;
      const key = name === "pair" ? "why" : "liking";
      const late = { question: key, revision: "99", shownMs: "1", go: "next", [`answer.${key}`]: "1" };
      expect((await members[0]!.ask(paths.saveAnswer(last!.id), late)).status, "an answer that comes after the end").toBe(409);
      await members[0]!.ask(paths.answer(last!.id, key), late);
      expect(await sql`select * from answers where response_id = ${last!.id} order by question_key`, "nothing was written").toEqual(before);
      const [latecomer] = await bringMembers(sql, { prefix: `Terlambat ${name}`, sexes: ["female"] });
      await latecomer!.ask(paths.applyToTrial(trialId), {});
      expect(await sql`select id from applications where trial_id = ${trialId} and person_id = ${latecomer!.personId}`, "nobody applies any more").toHaveLength(
        0,
      );
    });
});
