// The main job from the first page to the last: ask, invite, try, tell, weigh, decide, tell back. In Indonesian, on phones.
import type { Browser, Page } from "@playwright/test";
import { paths } from "~/paths";
import { complaintsOf, look } from "./look";
import { join, openMail, tellFacts, type Newcomer } from "./member-acts";
import { expect, open, phone, signIn, test, type CastName } from "./people";
import { createProduct, createPrototype } from "./staff-acts";
import { words } from "./words";

const t = words.id;

const product = {
  name: { id: "Sabun Cuci Piring Kilau", en: "Kilau Dish Soap" },
  description: { id: "Sabun cuci piring cair untuk dapur rumah.", en: "A liquid dish soap for kitchens at home." },
};
const oldBottle = "Kilau, tutup ulir";
const newBottle = "Kilau, tutup pompa";
const usage = {
  id: "Pakai untuk mencuci piring seperti biasa, paling sedikit tiga hari.",
  en: "Wash your dishes as you always do, for at least three days.",
};

const ayu: Newcomer = { name: "Ayu Lestari", email: "ayu@example.org", birthYear: 1988, password: "piring kotor menumpuk lagi" };
const wulan: Newcomer = { name: "Wulan S.", email: "wulan@example.org", birthYear: 1979, password: "ember biru di kamar mandi" };

const windows = new Map<string, Page>();

test.describe.serial("the loop on a real trial", () => {
  test.setTimeout(180_000);

  test.afterAll(async () => {
    for (const page of windows.values()) await page.context().close();
    windows.clear();
  });

  test.afterEach(() => {
    for (const [name, page] of windows) expect.soft(complaintsOf(page), `what the browser of ${name} said`).toEqual([]);
  });

  const arrive = async (browser: Browser, name: CastName): Promise<Page> => {
    const page = await open(browser, phone);
    windows.set(name, page);
    await signIn(page, name);
    return page;
  };

  const of = (name: string): Page => {
    const page = windows.get(name);
    if (!page) throw new Error(`${name} has not arrived yet.`);
    return page;
  };

  test("Rian describes a product and the two prototypes of it", async ({ browser }) => {
    const rian = await arrive(browser, "Rian");
    await rian.goto(paths.workshop());
    await look(rian);
    await createProduct(rian, product);
    await createPrototype(rian, {
      name: oldBottle,
      description: { id: "Yang dijual sekarang.", en: "What is sold today." },
      usage,
      ingredients: "Air, surfaktan, pewangi jeruk",
      isBenchmark: true,
    });
    await createPrototype(rian, {
      name: newBottle,
      description: { id: "Botol yang sama dengan pompa.", en: "The same bottle with a pump." },
      usage,
      ingredients: "Air, surfaktan, pewangi jeruk",
      isBenchmark: false,
    });
    await look(rian);
  });

  test("Ayu joins by mail and says what her home is like", async ({ browser }) => {
    const page = await open(browser, phone);
    windows.set("Ayu", page);
    await join(page, ayu);
    await tellFacts(page, { household_size: "4", laundry_per_week: "4-6", children_under_3: "no", water_source: "piped", city: "Bandung", sex: "female" });
  });

  test("Wulan does the same in a browser without JavaScript", async ({ browser }) => {
    const page = await open(browser, { ...phone, javaScriptEnabled: false });
    windows.set("Wulan", page);
    await join(page, wulan);
    await tellFacts(page, { household_size: "2", laundry_per_week: "2-3", children_under_3: "no", water_source: "well", city: "Bandung" });
  });
});

void openMail;
void t;
