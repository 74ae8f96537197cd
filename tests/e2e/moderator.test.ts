// The moderator's day at a desk, without a mouse.
import { paths } from "~/paths";
import { look } from "./look";
import { desk, expect, test } from "./people";
import { words } from "./words";

const t = words.id;

test("Maya works through the queue with single keys and takes a verdict back", async ({ cast }) => {
  const maya = await cast("Maya", desk);
  await maya.goto(paths.queue());
  await look(maya);

  const cases = maya.getByRole("navigation", { name: t("moderation.cases") });
  const current = cases.locator("[aria-current=true]");
  const title = maya.getByRole("heading", { level: 1 });
  const first = await title.innerText();

  await maya.keyboard.press("j");
  await expect(title).not.toHaveText(first);
  await expect(title).toBeFocused();
  const second = await title.innerText();
  await maya.keyboard.press("k");
  await expect(title).toHaveText(first);
  await maya.keyboard.press("j");
  await expect(title).toHaveText(second);
  await expect(current).toHaveCount(1);

  // A decision opens where it stands, and Escape of the thought is simply the next key.
  await maya.keyboard.press("3");
  await expect(maya.getByLabel(t("moderation.why_declined"))).toBeFocused();
  await maya.keyboard.type("j");
  await expect(title, "a key typed into a field is not a command").toHaveText(second);
  await look(maya);
  await maya.getByLabel(t("moderation.why_declined")).blur();

  const open = await cases.getByRole("listitem").count();
  await maya.keyboard.press("1");
  await expect(maya.getByRole("status").filter({ hasText: t("moderation.done") })).toBeVisible();
  await expect(cases.getByRole("listitem")).toHaveCount(open - 1);
  await expect(title).not.toHaveText(second);
  await expect(title, "the focus goes to the next case").toBeFocused();
  await look(maya);

  await maya.keyboard.press("z");
  await expect(cases.getByRole("listitem")).toHaveCount(open);

  await maya.keyboard.press("?");
  const sheet = maya.getByRole("dialog", { name: t("moderation.keys") });
  await expect(sheet).toBeVisible();
  await look(maya);
  await sheet.getByLabel(t("moderation.keys_on")).uncheck();
  await maya.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  const before = await title.innerText();
  await maya.keyboard.press("j");
  await maya.waitForTimeout(300);
  expect(await title.innerText(), "the single keys are switched off").toBe(before);
});
