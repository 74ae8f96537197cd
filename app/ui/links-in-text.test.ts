import { expect, it } from "vitest";
import { partsWithLinks } from "./links-in-text";

const linked = (text: string) => partsWithLinks(text).filter((part) => part.href);

it("links web and mail addresses, without the full stop after them", () => {
  expect(partsWithLinks("Lihat https://contoh.example/a?b=1. Atau tulis ke halo@contoh.example!")).toEqual([
    { text: "Lihat " },
    { text: "https://contoh.example/a?b=1", href: "https://contoh.example/a?b=1" },
    { text: ". Atau tulis ke " },
    { text: "halo@contoh.example", href: "mailto:halo@contoh.example" },
    { text: "!" },
  ]);
});

it("links nothing else", () => {
  for (const text of ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://a.example", "a@b"]) expect(linked(text)).toEqual([]);
});

it("keeps every character of the text", () => {
  const text = 'x https://a.example" onclick="y <b>z</b> http://b.example).';
  expect(
    partsWithLinks(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
