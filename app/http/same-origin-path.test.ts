import { expect, test } from "vitest";
import { sameOriginPath } from "./same-origin-path";

const origin = "https://kawan.example";

test("a redirect goes to a path of ours, with its search", () => {
  expect(sameOriginPath("/ideas?q=tutup", origin)).toBe("/ideas?q=tutup");
  expect(sameOriginPath("https://kawan.example/ideas/4?sort=new#comments", origin)).toBe("/ideas/4?sort=new");
});

test.each([
  "//evil.example",
  "https://evil.example/",
  "/\\evil.example",
  "/\tevil",
  "javascript:alert(1)",
  "https://kawan.example.evil.example/",
  "https://kawan.example@evil.example/",
  "///evil.example",
  "/.//evil.example",
  "ideas",
  "",
  null,
])("a redirect to %s leads home", (target) => expect(sameOriginPath(target, origin)).toBe("/"));
