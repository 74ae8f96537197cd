import { describe, expect, it } from "vitest";
import { paths } from "~/paths";
import { sharedAddress } from "./shareable";

describe("pages that visitors share", () => {
  it.each(["/", "/ideas", "/ideas?board=laundry", "/ideas?board=laundry&sort=top", "/ideas/7", "/trials/7", "/changes", "/privacy"])("%s", (address) => {
    expect(sharedAddress(address)).toBe(address);
  });

  it("one page has one spelling", () => {
    expect(sharedAddress("/ideas?sort=top&board=laundry")).toBe(sharedAddress("/ideas?board=laundry&sort=top"));
    expect(sharedAddress("/ideas?")).toBe("/ideas");
  });

  it.each([
    paths.me(),
    paths.login(),
    paths.queue(),
    paths.workshop(),
    paths.newIdea(),
    paths.editIdea(7),
    paths.report(7),
    paths.outbox(),
    paths.answer(7),
    paths.applyToTrial(7),
    paths.myTrial(7),
    "/ideas?q=botol",
    "/ideas?mine=true",
    "/ideas?sort=top&sort=new",
    "/ideas?unknown=1",
    "/ideas/7?token=1",
    "/ideas/07",
    "/ideas/7.data",
    "/_root.data",
    "/ideas/7/",
    "/ideas/%37",
    `/ideas?after=${"a".repeat(400)}`,
  ])("%s is rendered for each request", (address) => {
    expect(sharedAddress(address)).toBeNull();
  });
});
